using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Application.Delivery;
using FollowUp.Delivery.Webhooks;
using FollowUp.Infra.Tests.Templates;
using FollowUp.Web.Mails;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Infra.Tests.Settings;

/// <summary>What the parameter files and the sample settings give, the code can bind; what it gives the webhook is valid.</summary>
public class BindingTests
{
    static readonly string[] ProjectNames = [
        "FollowUp.Functions", "FollowUp.Functions.AzureServices", "FollowUp.Web", "FollowUp.Delivery", "FollowUp.Storage", "FollowUp.Application",
    ];

    [Fact]
    public async Task The_small_marketplaces_settings_bind() => Bind(new TemplateEvaluator(await DeploymentSnapshot.Small).Settings);

    [Fact]
    public async Task The_large_marketplaces_settings_bind() => Bind(new TemplateEvaluator(await DeploymentSnapshot.Large).Settings);

    [Fact]
    public async Task The_settings_of_everything_optional_bind()
    {
        var bound = Bind(new TemplateEvaluator(await DeploymentSnapshot.Full).Settings);

        var webhooks = bound.OfType<WebhookOptions>().Single();
        Assert.Equal("https://www.marketplace.example/hooks/followup", webhooks.Target?.ToString());
        Assert.Equal("www.marketplace.example", webhooks.AllowedHosts);
        Assert.Equal(64, Convert.FromBase64String(webhooks.Secret!["whsec_".Length..]).Length);
    }

    [Fact]
    public void The_sample_settings_bind_and_are_settings_of_the_page()
    {
        var sample = RepositoryFiles.GetPath("functions", "FollowUp.Functions", "local.settings.sample.json");
        var json = JsonNode.Parse(File.ReadAllText(sample), documentOptions: new JsonDocumentOptions
        {
            CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
        })!;
        var values = json["Values"]!.AsObject().ToDictionary(p => p.Key, p => p.Value!.GetValue<string>());

        Assert.Subset(
            SettingsPage.For("functions").Concat(SettingsPage.For("platform")).Concat(["AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME"]).ToHashSet(),
            values.Keys.ToHashSet());
        Bind(values.ToDictionary(p => p.Key.Replace("__", ":", StringComparison.Ordinal), p => (string?)p.Value));
    }

    static List<object> Bind(IDictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var bound = new List<object>();
        foreach (var (section, name) in SettingsScanner.Sections(ProjectNames))
        {
            // The options of FollowUp.Functions.AzureServices, which is not compiled everywhere, are linked into this assembly.
            var type = new[] { typeof(BindingTests), typeof(MailSenderOptions), typeof(WebhookOptions), typeof(MailOptions) }.Select(t => t.Assembly)
                .SelectMany(a => a.GetTypes()).Single(t => t.Name == name && t.Namespace != typeof(BindingTests).Namespace);
            var options = configuration.GetSection(section).Get(type) ?? Activator.CreateInstance(type)!;
            bound.Add(options);
        }

        Assert.All(bound.OfType<WebhookOptions>(), webhooks => Assert.Null(new WebhookOptionsValidator().Validate(null, webhooks).FailureMessage));
        Assert.NotEmpty(bound);
        Assert.True(Uri.TryCreate(configuration["PublicBase"], UriKind.Absolute, out _), "PublicBase is no address.");
        return bound;
    }
}
