using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Storage.Tests.Given;

namespace FollowUp.Storage.Tests.Serialization;

public class RecordJsonTests
{
    [Fact]
    public void Projects_read_back_as_they_were_written() => ReadBack<Project>(RecordJson.Write, RecordJson.ReadProject);

    [Fact]
    public void Dossiers_read_back_as_they_were_written() => ReadBack<Dossier>(RecordJson.Write, RecordJson.ReadDossier);

    [Fact]
    public void Messages_read_back_as_they_were_written() => ReadBack<OutboxMessage>(RecordJson.Write, RecordJson.ReadMessage);

    [Fact]
    public void Staff_read_back_as_they_were_written() => ReadBack<Staff>(RecordJson.Write, RecordJson.ReadStaff);

    [Fact]
    public void Providers_read_back_as_they_were_written() => ReadBack<ProviderProfile>(RecordJson.Write, RecordJson.ReadProvider);

    [Fact]
    public void Mails_read_back_as_they_were_written() => ReadBack<OutgoingMail>(RecordJson.Write, RecordJson.ReadMail);

    [Fact]
    public void Cadences_read_back_as_they_were_written() => Assert.Equal(
        RecordText.Of(DefaultCadence.Initial), RecordText.Of(RecordJson.ReadCadence(RecordJson.Write(DefaultCadence.Initial))));

    [Fact]
    public void Derived_properties_are_not_stored()
    {
        var json = RecordJson.Write(A.Project());
        Assert.DoesNotContain("isOpen", json, StringComparison.Ordinal);
        Assert.DoesNotContain("inCharge", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Field_missing_in_older_data_has_its_default()
    {
        var read = RecordJson.ReadProject("""
            {"id":"P-1","clientId":"C-1","contact":{"calls":true,"mails":false},"unheardOf":1}
            """);
        Assert.Equal((1, Phase.AwaitingValidation), (read.Generation, read.Phase));
        Assert.Empty(read.Providers);
    }

    [Fact]
    public void Accents_are_stored_unescaped_and_markup_escaped()
    {
        var json = RecordJson.Write(A.Dossier(name: "Élodie <b>"));
        Assert.Contains("Élodie", json, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", json, StringComparison.Ordinal);
    }

    static void ReadBack<T>(Func<T, string> write, Func<string, T> read) =>
        Assert.All(Specimen.Of(typeof(T)), record => Assert.Equal(RecordText.Of(record), RecordText.Of(read(write((T)record)))));
}
