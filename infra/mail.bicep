metadata description = 'Communication Services, the domain that mails come from, its sender, and the topic of their delivery reports.'

param communicationName string
param emailName string
param topicName string
param tags object

@description('Where the mail service keeps data at rest.')
param dataLocation string

@description('The domain that mails come from; empty: one that Azure owns, for trials only (few mails, a generated address).')
param domain string

@description('Whether the DNS records of the domain are published and verified. Until then mails come from the domain that Azure owns.')
param domainVerified bool

@description('The part of the sender before the @, on the customer\'s own domain.')
param senderName string

@description('The name of the sender.')
param senderDisplayName string

var ownDomain = !empty(domain)
var sendsFromOwnDomain = ownDomain && domainVerified

resource email 'Microsoft.Communication/emailServices@2025-09-01' = {
  name: emailName
  location: 'global'
  tags: tags
  properties: { dataLocation: dataLocation }
}

resource azureDomain 'Microsoft.Communication/emailServices/domains@2025-09-01' = {
  parent: email
  name: 'AzureManagedDomain'
  location: 'global'
  tags: tags
  properties: {
    domainManagement: 'AzureManaged'
    // Opened mails are not tracked: they are no sign of life.
    userEngagementTracking: 'Disabled'
  }
}

resource customerDomain 'Microsoft.Communication/emailServices/domains@2025-09-01' = if (ownDomain) {
  parent: email
  name: ownDomain ? domain : 'none.example'
  location: 'global'
  tags: tags
  properties: {
    domainManagement: 'CustomerManaged'
    userEngagementTracking: 'Disabled'
  }
}

resource sender 'Microsoft.Communication/emailServices/domains/senderUsernames@2025-09-01' = if (ownDomain) {
  parent: customerDomain
  name: senderName
  properties: { username: senderName, displayName: senderDisplayName }
}

resource communication 'Microsoft.Communication/communicationServices@2025-09-01' = {
  name: communicationName
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
    disableLocalAuth: true
    linkedDomains: sendsFromOwnDomain ? [customerDomain.id] : [azureDomain.id]
  }
}

resource reports 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: topicName
  location: 'global'
  tags: tags
  properties: {
    source: communication.id
    topicType: 'Microsoft.Communication.CommunicationServices'
  }
}

output endpoint string = 'https://${communication.properties.hostName}'
output topicName string = reports.name
output sender string = sendsFromOwnDomain
  ? '${senderName}@${domain}'
  : 'DoNotReply@${azureDomain.properties.fromSenderDomain}'
@description('The DNS records to publish before the domain can be verified.')
output dnsRecords object = ownDomain ? customerDomain!.properties.verificationRecords : {}
