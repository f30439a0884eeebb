using FollowUp.Functions.Hosting;
using Microsoft.Extensions.Hosting;

await (await FunctionsHost.Build(args)).RunAsync();
