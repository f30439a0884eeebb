using FollowUp.Functions;
using Microsoft.Extensions.Hosting;

await (await FunctionsHost.Build(args)).RunAsync();
