metadata description = 'The subscription itself: the key goes from the vault to Event Grid without anybody reading it.'

param topicName string

@description('The mail-events door.')
param endpoint string

@description('What the door asks for.')
@secure()
param key string

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = { name: topicName }

resource reports 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'mail-events'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    destination: {
      endpointType: 'WebHook'
      properties: {
        // The handshake carries no header of its own, so the key is in the address; Event Grid shows it to nobody.
        #disable-next-line use-secure-value-for-secure-inputs
        endpointUrl: '${endpoint}?key=${uriComponent(key)}'
        maxEventsPerBatch: 20
        preferredBatchSizeInKilobytes: 64
        minimumTlsVersionAllowed: '1.2'
        deliveryAttributeMappings: [
          { name: 'x-mail-events-key', type: 'Static', properties: { value: key, isSecret: true } }
        ]
      }
    }
    filter: { includedEventTypes: ['Microsoft.Communication.EmailDeliveryReportReceived'] }
    // A whole day of outage is caught up with.
    retryPolicy: { eventTimeToLiveInMinutes: 1440, maxDeliveryAttempts: 30 }
  }
}
