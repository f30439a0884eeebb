namespace FollowUp.Infra.Tests.Templates;

public class CompilerTests
{
    [Theory]
    [InlineData("main.bicep")]
    [InlineData("post-deploy.bicep")]
    public async Task Builds_without_a_warning(string template) => Assert.NotNull((await BicepCompiler.GetCompiled(template))["resources"]);

    [Theory]
    [InlineData("main.bicep")]
    [InlineData("post-deploy.bicep")]
    [InlineData("small.bicepparam")]
    [InlineData("large.bicepparam")]
    public async Task Lints_without_a_warning(string file)
    {
        var (code, output, errors) = await BicepCompiler.Run("lint", file);

        Assert.Equal("", (output + errors).Trim());
        Assert.Equal(0, code);
    }

    [Fact]
    public void No_template_asks_a_module_registry()
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
    public void Every_template_is_a_module_of_one_that_is_deployed()
    {
        var templates = Directory.EnumerateFiles(RepositoryFiles.GetPath("infra"), "*.bicep").ToArray();
        var used = templates.SelectMany(t => templates.Where(other => File.ReadAllText(t).Contains($"'{Path.GetFileName(other)}'", StringComparison.Ordinal)));

        Assert.Equal(["main.bicep", "post-deploy.bicep"], templates.Except(used).Select(Path.GetFileName).Order());
    }
}
