metadata description = 'The website\'s function key: the value in the vault, which the app checks a second time.'

param appName string

@description('The value of the header x-functions-key.')
@secure()
param key string

// The compiler has no description of this type.
#disable-next-line BCP081
resource website 'Microsoft.Web/sites/host/functionKeys@2024-11-01' = {
  name: '${appName}/default/website'
  properties: { name: 'website', value: key }
}
