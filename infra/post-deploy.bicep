metadata description = 'What needs a running app: the website\'s function key, and the subscription to mail delivery reports, which Event Grid validates by a request.'

@description('The app\'s https address.')
param appAddress string

param appName string
param topicName string
param vaultName string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = { name: vaultName }

module subscription 'mail-events-subscription.bicep' = {
  name: 'mail-events-subscription'
  params: {
    topicName: topicName
    endpoint: '${appAddress}/mail-events'
    key: vault.getSecret('mail-events-key')
  }
}

module websiteKey 'website-key.bicep' = {
  name: 'website-key'
  params: { appName: appName, key: vault.getSecret('website-key') }
}
