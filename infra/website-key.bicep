metadata description = 'The function key of the website: the same as the vault\'s, which the code asks for again.'

param appName string

@description('What the website shows in x-functions-key.')
@secure()
param key string

// No version of this type is described to the compiler.
#disable-next-line BCP081
resource website 'Microsoft.Web/sites/host/functionKeys@2024-11-01' = {
  name: '${appName}/default/website'
  properties: { name: 'website', value: key }
}
