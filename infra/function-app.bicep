metadata description = 'The Flex Consumption plan and the function app on it.'

param planName string

@description('Name of the app, and of its address under azurewebsites.net.')
@minLength(2)
@maxLength(60)
param name string

param location string
param tags object

@description('Memory of an instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('Instances at most.')
@minValue(40)
@maxValue(1000)
param maximumInstances int

@description('Always-ready instances for website, links and console, which avoid a cold start.')
@minValue(0)
@maxValue(20)
param alwaysReadyInstances int

@description('Whether the plan runs in several zones of its region.')
param zoneRedundant bool

param identityId string
param identityClientId string

@description('The identity that reads the app\'s package; it may do nothing else.')
param packageIdentityId string

@description('The container that the app\'s package is deployed to.')
param packageContainerUri string

@description('The app\'s subnet; empty: no virtual network.')
param subnetId string

@description('The app\'s settings, explained in docs/operations/settings.md.')
param settings object

@description('The Entra ID application that staff sign in with before they reach the console; empty: the mailed link alone.')
param consoleEntraClientId string

var signInFirst = !empty(consoleEntraClientId)

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true, zoneRedundant: zoneRedundant }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'followup' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {}, '${packageIdentityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // The identity that resolves Key Vault references in the settings.
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUri
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: packageIdentityId }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstances
        alwaysReady: alwaysReadyInstances == 0 ? [] : [{ name: 'http', instanceCount: alwaysReadyInstances }]
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      remoteDebuggingEnabled: false
    }
  }

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(
      settings,
      // A federated credential of the identity replaces a client secret.
      signInFirst ? { OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId } : {}
    )
  }

  resource signIn 'config' = if (signInFirst) {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: true }
      globalValidation: {
        requireAuthentication: true
        unauthenticatedClientAction: 'RedirectToLoginPage'
        redirectToProvider: 'azureactivedirectory'
        // Everything else is for staff. These are public, or have a check of their own: function key, link token, header key, host key.
        excludedPaths: [
          '/api/*'
          '/l/*'
          '/health'
          '/openapi/*'
          '/mail-events'
          '/inbound-mail'
          '/assets/*'
          '/privacy'
          '/legal'
          '/charter'
          '/guide'
          '/desk/calendar/*'
          '/runtime/*'
          '/admin/*'
        ]
      }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: consoleEntraClientId
            clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
            openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          }
          validation: { allowedAudiences: ['api://${consoleEntraClientId}', consoleEntraClientId] }
        }
      }
      login: { tokenStore: { enabled: false } }
      httpSettings: { requireHttps: true }
    }
  }
}

output id string = app.id
output name string = app.name
output address string = 'https://${app.properties.defaultHostName}'
