using System.CommandLine;
using FollowUp.Application.Persons;
using FollowUp.Application.Privacy;

namespace FollowUp.Local.CommandLine;

/// <summary>
/// <c>proof</c>: prints what the erasure of a person left as proof. It reads the mail address or the number from standard input, so that neither is in the
/// list of processes.
/// </summary>
static class ProofCommand
{
    const int NotFound = 1;

    public static Command Build()
    {
        var data = FollowUpCommand.CreateDataOption();
        var command = new Command("proof", "Prints what an erasure kept as proof, for an address or a number (+33…) on standard input.") { data };
        command.SetAction(async (parsed, cancellation) =>
        {
            var key = ReadKey();
            var wanted = await Console.In.ReadLineAsync(cancellation);
            using var store = await FollowUpCommand.GetExistingInstallation(parsed, data).OpenStore();
            var proofs = new ErasureProofs(store.Settings, new PersonLoader(store.Persons, store.Projects, store.Index), key, TimeProvider.System);
            if (string.IsNullOrWhiteSpace(wanted) || await proofs.Find(wanted.Trim(), cancellation) is not { } proof)
            {
                await Console.Error.WriteLineAsync("proof: nothing is kept for this address or number under this key.");
                return NotFound;
            }

            await Console.Out.WriteLineAsync(proof);
            return 0;
        });
        return command;
    }

    static ErasureProofKey ReadKey()
    {
        try
        {
            return ErasureProofKey.Parse(Environment.GetEnvironmentVariable("ErasureProof__Key")) is { Value: not null } key
                ? key
                : throw new BadArgumentException("proof: ErasureProof__Key is not set.");
        }
        catch (FormatException invalid)
        {
            throw new BadArgumentException($"proof: {invalid.Message}");
        }
    }
}
