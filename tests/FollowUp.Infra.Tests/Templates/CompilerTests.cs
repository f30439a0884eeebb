namespace FollowUp.Infra.Tests.Templates;

/// <summary>What the compiler says of the templates. Its builds and snapshots report the rules of the linter too.</summary>
public class CompilerTests
{
    [Theory]
    [InlineData("main.bicep")]
    [InlineData("post-deploy.bicep")]
    public async Task A_template_has_no_diagnostic(string template) => Assert.NotNull((await BicepCompiler.GetCompiled(template))["resources"]);

    [Fact]
    public async Task The_parameter_files_have_no_diagnostic()
    {
        Assert.Empty((await DeploymentSnapshot.Small).Diagnostics);
        Assert.Empty((await DeploymentSnapshot.Large).Diagnostics);
    }

    [Fact]
    public void No_template_uses_a_module_registry()
    {
        foreach (var file in Directory.EnumerateFiles(RepositoryFiles.GetPath("infra"), "*.bicep*"))
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotContain("'br:", text, StringComparison.Ordinal);
            Assert.DoesNotContain("'br/", text, StringComparison.Ordinal);
            Assert.DoesNotContain("'ts:", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_template_is_deployed_or_a_module_of_one_that_is()
    {
        var templates = Directory.EnumerateFiles(RepositoryFiles.GetPath("infra"), "*.bicep").ToArray();
        var used = templates.SelectMany(t => templates.Where(other => File.ReadAllText(t).Contains($"'{Path.GetFileName(other)}'", StringComparison.Ordinal)));

        Assert.Equal(["main.bicep", "post-deploy.bicep"], templates.Except(used).Select(Path.GetFileName).Order());
    }
}
