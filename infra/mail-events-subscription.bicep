metadata description = 'The subscription to mail delivery reports. Its key goes from the vault to Event Grid inside the deployment and is shown to no one.'

param topicName string

@description('The app\'s address for delivery reports.')
param endpoint string

@description('The key that the address requires.')
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
        // The validation request carries no header, so the key is in the address too. Event Grid does not show it.
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
    // Reports are repeated for a day, so an outage of the app loses none.
    retryPolicy: { eventTimeToLiveInMinutes: 1440, maxDeliveryAttempts: 30 }
  }
}
