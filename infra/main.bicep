// Everything Evenhand needs in Azure, for one environment. Only the web app and the bot's door can be
// reached from outside; the database and the vault answer inside the network alone.
targetScope = 'resourceGroup'

@description('Names are built from it: lower-case letters and digits, unique in the world.')
@minLength(4)
@maxLength(16)
param baseName string

@description('small: up to a few hundred people. large: thousands, in two zones.')
@allowed(['small', 'large'])
param size string = 'small'

param location string = resourceGroup().location

@description('Client id of the app registration that Teams signs people in with.')
param signInAppId string

@description('Id of the app in its Teams manifest: links into its tabs name it.')
param teamsAppId string

@description('Host name that Teams reaches Evenhand at, when it is not the one Azure gives.')
param publicHost string = ''

@description('Object id and name of the Entra group that may administer the database.')
param operatorsGroupId string
param operatorsGroupName string

@description('https address of the relay that carries rooms, and its tenant there.')
param relayEndpoint string
param relayTenantId string

@description('The key that signs room tokens. It is kept in the vault alone.')
@secure()
@minLength(16)
param relayKey string

@description('Where the vault has the certificate for Microsoft Graph. Empty: no transcripts and no To Do.')
param graphCertificateUri string = ''

@description('How the bot is named in Teams.')
@maxLength(42)
param botDisplayName string = 'Evenhand'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${baseName}-identity'
  location: location
}

module monitoring 'monitoring.bicep' = {
  name: 'monitoring'
  params: {
    baseName: baseName
    location: location
    identityPrincipalId: identity.properties.principalId
  }
}

module network 'network.bicep' = {
  name: 'network'
  params: {
    baseName: baseName
    location: location
  }
}

module database 'database.bicep' = {
  name: 'database'
  params: {
    baseName: baseName
    location: location
    size: size
    subnetId: network.outputs.databaseSubnetId
    dnsZoneId: network.outputs.databaseDnsZoneId
    identityPrincipalId: identity.properties.principalId
    identityName: identity.name
    operatorsGroupId: operatorsGroupId
    operatorsGroupName: operatorsGroupName
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'vault.bicep' = {
  name: 'vault'
  params: {
    baseName: baseName
    location: location
    subnetId: network.outputs.privateSubnetId
    dnsZoneId: network.outputs.vaultDnsZoneId
    identityPrincipalId: identity.properties.principalId
    relayKey: relayKey
    workspaceId: monitoring.outputs.workspaceId
  }
}

module app 'app.bicep' = {
  name: 'app'
  params: {
    baseName: baseName
    location: location
    size: size
    publicHost: publicHost
    subnetId: network.outputs.appSubnetId
    identityId: identity.id
    identityClientId: identity.properties.clientId
    identityName: identity.name
    databaseHost: database.outputs.host
    databaseName: database.outputs.databaseName
    signInAppId: signInAppId
    teamsAppId: teamsAppId
    relayEndpoint: relayEndpoint
    relayTenantId: relayTenantId
    relayKeyUri: vault.outputs.relayKeyUri
    graphCertificateUri: graphCertificateUri
    insightsConnectionString: monitoring.outputs.insightsConnectionString
    workspaceId: monitoring.outputs.workspaceId
  }
}

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    baseName: baseName
    displayName: botDisplayName
    endpoint: 'https://${app.outputs.publicHost}/api/messages'
    identityId: identity.id
    identityClientId: identity.properties.clientId
    workspaceId: monitoring.outputs.workspaceId
  }
}

// The toolkit writes these into the environment's file, under these names.
output AZURE_APP_SERVICE_RESOURCE_ID string = app.outputs.siteId
output PUBLIC_HOST string = app.outputs.publicHost
output BOT_ID string = identity.properties.clientId
