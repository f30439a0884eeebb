metadata description = 'What needs an app that answers: its key for the website, and the mail delivery reports, since Event Grid asks the door first.'

@description('The app\'s address, https.')
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
