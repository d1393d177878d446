// A network of its own: one part for the app, one for the database, one for private doors.
param baseName string
param location string

@description('Private names of PostgreSQL flexible servers must end in this.')
var databaseZoneName = '${baseName}.private.postgres.database.azure.com'
var vaultZoneName = 'privatelink.vaultcore.azure.net'

resource network 'Microsoft.Network/virtualNetworks@2024-01-01' = {
  name: '${baseName}-network'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: ['10.20.0.0/16']
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.20.1.0/24'
          delegations: [
            {
              name: 'web'
              properties: {
                serviceName: 'Microsoft.Web/serverFarms'
              }
            }
          ]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: '10.20.2.0/24'
          delegations: [
            {
              name: 'postgres'
              properties: {
                serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers'
              }
            }
          ]
        }
      }
      {
        name: 'private'
        properties: {
          addressPrefix: '10.20.3.0/24'
        }
      }
    ]
  }

  resource appSubnet 'subnets' existing = {
    name: 'app'
  }
  resource databaseSubnet 'subnets' existing = {
    name: 'database'
  }
  resource privateSubnet 'subnets' existing = {
    name: 'private'
  }
}

resource databaseZone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: databaseZoneName
  location: 'global'

  resource link 'virtualNetworkLinks' = {
    name: 'network'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: network.id
      }
    }
  }
}

resource vaultZone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: vaultZoneName
  location: 'global'

  resource link 'virtualNetworkLinks' = {
    name: 'network'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: network.id
      }
    }
  }
}

output appSubnetId string = network::appSubnet.id
output databaseSubnetId string = network::databaseSubnet.id
output privateSubnetId string = network::privateSubnet.id
output databaseDnsZoneId string = databaseZone.id
output vaultDnsZoneId string = vaultZone.id
