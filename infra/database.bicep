// The record: PostgreSQL inside the network, signed in to with Entra identities alone. It has no password.
param baseName string
param location string
@allowed(['small', 'large'])
param size string
param subnetId string
param dnsZoneId string
param identityPrincipalId string
param identityName string
param operatorsGroupId string
param operatorsGroupName string
param workspaceId string

var sizes = {
  small: {
    sku: 'Standard_B1ms'
    tier: 'Burstable'
    storageGB: 32
    availability: 'Disabled'
    backupDays: 14
    geoBackup: 'Disabled'
  }
  large: {
    sku: 'Standard_D2ds_v5'
    tier: 'GeneralPurpose'
    storageGB: 128
    availability: 'ZoneRedundant'
    backupDays: 35
    geoBackup: 'Enabled'
  }
}
var chosen = sizes[size]

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${baseName}-record'
  location: location
  sku: {
    name: chosen.sku
    tier: chosen.tier
  }
  properties: {
    version: '16'
    createMode: 'Default'
    authConfig: {
      activeDirectoryAuth: 'Enabled'
      passwordAuth: 'Disabled'
      tenantId: tenant().tenantId
    }
    network: {
      delegatedSubnetResourceId: subnetId
      privateDnsZoneArmResourceId: dnsZoneId
      publicNetworkAccess: 'Disabled'
    }
    storage: {
      storageSizeGB: chosen.storageGB
      autoGrow: 'Enabled'
    }
    backup: {
      backupRetentionDays: chosen.backupDays
      geoRedundantBackup: chosen.geoBackup
    }
    highAvailability: {
      mode: chosen.availability
    }
  }
}

resource record 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: server
  name: 'evenhand'
  properties: {
    charset: 'UTF8'
    collation: 'en_US.utf8'
  }
}

// The app makes and changes its own tables, and this server holds nothing else.
resource appSignsIn 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2024-08-01' = {
  parent: server
  name: identityPrincipalId
  properties: {
    principalType: 'ServicePrincipal'
    principalName: identityName
    tenantId: tenant().tenantId
  }
  dependsOn: [record]
}

// The server takes one such change at a time.
resource operatorsSignIn 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2024-08-01' = {
  parent: server
  name: operatorsGroupId
  properties: {
    principalType: 'Group'
    principalName: operatorsGroupName
    tenantId: tenant().tenantId
  }
  dependsOn: [appSignsIn]
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: server
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'allLogs'
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

output host string = server.properties.fullyQualifiedDomainName
output databaseName string = record.name
