// The server: one Node process an instance, on Linux, signed in as its own identity everywhere.
param baseName string
param location string
@allowed(['small', 'large'])
param size string
param publicHost string
param subnetId string
param identityId string
param identityClientId string
param identityName string
param databaseHost string
param databaseName string
param signInAppId string
param teamsAppId string
param relayEndpoint string
param relayTenantId string
param relayKeyUri string
param graphCertificateUri string
param insightsConnectionString string
param workspaceId string

var sizes = {
  small: {
    sku: 'B2'
    instances: 1
    zoneRedundant: false
  }
  large: {
    sku: 'P1v3'
    instances: 3
    zoneRedundant: true
  }
}
var chosen = sizes[size]
var host = empty(publicHost) ? site.properties.defaultHostName : publicHost

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${baseName}-plan'
  location: location
  kind: 'linux'
  sku: {
    name: chosen.sku
    capacity: chosen.instances
  }
  properties: {
    reserved: true
    zoneRedundant: chosen.zoneRedundant
  }
}

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: baseName
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    virtualNetworkSubnetId: subnetId
    vnetRouteAllEnabled: true
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node --max-old-space-size=1024 bot/main.ts'
      alwaysOn: true
      http20Enabled: true
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      healthCheckPath: '/ready'
    }
  }

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: site
  name: 'appsettings'
  properties: {
    EVENHAND_MODE: 'production'
    PUBLIC_URL: 'https://${host}'
    DATABASE_URL: 'postgresql://${identityName}@${databaseHost}:5432/${databaseName}'
    DATABASE_AUTH: 'entra'
    RELAY: 'remote'
    RELAY_ENDPOINT: relayEndpoint
    RELAY_TENANT_ID: relayTenantId
    RELAY_KEY: '@Microsoft.KeyVault(SecretUri=${relayKeyUri})'
    BOT_APP_ID: identityClientId
    BOT_APP_TYPE: 'UserAssignedMSI'
    BOT_APP_TENANT_ID: tenant().tenantId
    TEAMS_APP_ID: teamsAppId
    TOKEN_AUDIENCE: signInAppId
    GRAPH_APP_ID: signInAppId
    // Without a certificate the server asks Graph for nothing.
    GRAPH_APP_CERTIFICATE: empty(graphCertificateUri) ? '' : '@Microsoft.KeyVault(SecretUri=${graphCertificateUri})'
    TELEMETRY_CONNECTION: insightsConnectionString
    // Which of the identities of this machine Azure's own libraries sign in as.
    AZURE_CLIENT_ID: identityClientId
    // It is sent built.
    SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: site
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AppServiceConsoleLogs'
        enabled: true
      }
      {
        category: 'AppServicePlatformLogs'
        enabled: true
      }
      {
        category: 'AppServiceAuditLogs'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

output siteId string = site.id
output publicHost string = host
