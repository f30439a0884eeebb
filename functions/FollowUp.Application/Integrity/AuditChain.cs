using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FollowUp.Application.Ports;
using FollowUp.Domain.Text;
using NodaTime.Text;

namespace FollowUp.Application.Integrity;

/// <summary>The hash chain of the audit log: each entry has a hash over the hash before it and itself.</summary>
public static class AuditChain
{
    /// <summary>The hash of an entry, lower-case hex.</summary>
    /// <param name="before">The hash of the entry before; empty for the first of a chain.</param>
    /// <param name="entry">The entry.</param>
    public static string Hash(string before, AuditEntry entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize((string?[])
    [
        before, entry.At.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture), entry.ProjectId, entry.Role, entry.By, entry.What, entry.Code,
    ]))));

    /// <summary>The sentence about an entry that does not follow from the one before it.</summary>
    public static LocalizedText DescribeBroken(AuditEntry entry)
    {
        var at = InstantPattern.General.Format(entry.At);
        return new LocalizedText(
            $"l’entrée du {at} ({entry.By}, {entry.What}) ne suit pas de la précédente : elle a été modifiée, ou une entrée d’avant a été supprimée",
            $"the entry of {at} ({entry.By}, {entry.What}) does not follow from the one before: it was changed, or an entry before it was deleted");
    }

    /// <summary>The sentence about a log whose newest entries are missing.</summary>
    public static readonly LocalizedText EndMissing = new("les entrées les plus récentes manquent", "the newest entries are missing");

    /// <summary>The sentence about an entry that an anchor names and that is missing.</summary>
    public static LocalizedText DescribeMissing(AuditHead head) => new(
        $"l’entrée {head.Number} de la chaîne {head.Chain}, qu’une ancre nomme, manque ou a été modifiée",
        $"entry {head.Number} of chain {head.Chain}, which an anchor names, is missing or was changed");
}
