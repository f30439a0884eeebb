using FollowUp.Application.Privacy;

namespace FollowUp.Web.Api.Projects;

/// <summary>
/// The dossiers that versions up to 1.0 made of the same request: numbers of overseas departments under the code of France, texts with their
/// invisible characters. A repeat is recognised by the digest that such a version stored.
/// </summary>
static class EarlierForms
{
    static readonly string[] OverseasCodes = ["+262", "+590", "+594", "+596"];

    /// <param name="dossier">What this version makes of the request.</param>
    public static IEnumerable<Dossier> Of(SubmitRequest request, Dossier dossier)
    {
        var client = request.Client!;
        var asTyped = dossier with
        {
            Title = request.Title!.Trim(),
            Description = string.IsNullOrWhiteSpace(request.Description) ? null : request.Description.ReplaceLineEndings("\n").Trim(),
            Name = client.Name!.Trim(),
            Company = string.IsNullOrWhiteSpace(client.Company) ? null : client.Company.Trim(),
            ConsentToCall = dossier.ConsentToCall is { } consent
                ? consent with { Text = client.ConsentToCall!.Text!.ReplaceLineEndings("\n").Trim() }
                : null,
        };
        return from phone in PhonesOf(dossier.Phone!)
               from form in asTyped == dossier ? [dossier] : new[] { dossier, asTyped }
               where phone != dossier.Phone || form != dossier
               select form with { Phone = phone };
    }

    static IEnumerable<string> PhonesOf(string phone) => Array.Find(OverseasCodes, code => phone.StartsWith(code, StringComparison.Ordinal)) is { } code
        ? [phone, "+33" + phone[code.Length..]]
        : [phone];
}
