using FollowUp.Domain.Tests.Given;

namespace FollowUp.Domain.Tests.Model;

/// <summary>docs/path.md says what the code does.</summary>
public class PathDocumentTests
{
    [Fact]
    public void Path_document_is_what_the_model_finds()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("FOLLOWUP_QUICK") == "1", "Not in a quick run.");
        var (written, file) = (PathDocument.Write(), Repository.File("docs/path.md"));
        if (Environment.GetEnvironmentVariable("FOLLOWUP_WRITE_PATH") == "1") File.WriteAllText(file, written);
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), written);
    }
}
