using Microsoft.Extensions.Hosting;
using FollowUp.Functions;

await (await FunctionsHost.Build(args)).RunAsync();
