using FollowUp.Domain.ProviderFeed;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.ProviderFeed.Masking;

/// <summary>An invented client and other providers, whose data a note may hold.</summary>
/// <param name="First">The client's first name.</param>
/// <param name="Last">The client's last name.</param>
/// <param name="Kernel">The word that tells the client's company apart.</param>
/// <param name="ProviderKernel">The word that tells another provider apart.</param>
sealed record KnownPeople(string First, string Last, string Kernel, string ProviderKernel, HiddenClient Client, HiddenProvider[] Others)
{
    static readonly string[] FirstNames =
    [
        "Jeanne", "Jérôme", "Émilie", "Anaïs", "Benoît", "François", "Zoé", "Loïc", "Aurélien", "Mathilde", "Yanis", "Karim", "Fatou", "Björn", "Siobhán", "Ewelina", "Thibault", "Hélène",
        "Guillaume", "Stéphanie", "Nadège", "Raphaël", "Sébastien", "Mélissa", "Oriane", "Youssef", "Ibrahim", "Katarzyna", "Giuseppe", "Joaquín",
    ];

    static readonly string[] LastNames =
    [
        "Martin", "Durand", "Lefebvre", "Guénec", "Œuvrard", "O’Brien", "Dupré-Lasserre", "Müller", "Straßer", "Jørgensen", "Benkirane", "Nguyen", "Rousselot", "Chabrillac", "Vasseur",
        "Garnier", "Faure", "Mercier", "Bonnefoy", "Delaunay", "Kowalczyk", "Traoré", "Fernández", "Petitjean", "Chevreuil", "Thévenot", "Marquet", "Aubertin", "Peyrelongue", "Quéméneur",
        "Haddad", "Diallo", "Schneider", "Rossi", "Larchevêque", "Gauthier", "Barthélemy", "Coquelin", "Brugière", "Vandenbroucke",
    ];

    static readonly string[] Coined =
    [
        "Novatis", "Kerlann", "Brivadois", "Ozalys", "Tramontane", "Ventoux", "Armorik", "Cigalou", "Lorédan", "Maubert", "Solvéo", "Quintessens", "Bellerive", "Calypso", "Dorémi",
        "Étincelle", "Garrigue", "Hélianthe", "Isatis", "Jacaranda", "Karité", "Lysandre", "Mélusine", "Northwind", "Osmose", "Pervenche", "Quartzite", "Romarin", "Silène", "Tamaris",
    ];

    static readonly string[] Trades = ["Web", "Rénovation", "Conseil", "Design", "Traduction", "Communication", "Bâtiment", "Services", "Studio", "Informatique"];

    static readonly string[] LegalForms = ["SARL", "SAS", "S.A.R.L.", "EURL", "SA", "SCOP", "Ltd", "GmbH"];

    public string Phone => Client.Phone!;

    public string Email => Client.Email!;

    public string Company => Client.Company!;

    public HiddenProvider Other => Others[0];

    public PersonalDataMasker CreateMasker() => PersonalDataMasker.Create(Client, Others);

    public static KnownPeople Create(Random random)
    {
        var (first, last) = (Pick(random, FirstNames), Pick(random, LastNames));
        var kernels = Coined.OrderBy(_ => random.Next()).Take(3).ToArray();
        var local = random.Next(2) == 0 ? $"{Plain(first)}.{Plain(last)}" : Plain(first)[..1] + Plain(last);
        return new KnownPeople(
            first, last, kernels[0], kernels[1],
            new HiddenClient($"{first} {last}", CreateCompany(random, kernels[0]), CreatePhone(random), $"{local}@{Plain(kernels[0])}.example"),
            [
                new HiddenProvider(CreateCompany(random, kernels[1]), $"PR-{random.Next(1, 9_000)}", CreatePhone(random), $"contact@{Plain(kernels[1])}-{Plain(Pick(random, Trades))}.example"),
                new HiddenProvider(CreateCompany(random, kernels[2]), $"PR-{random.Next(9_000, 10_000)}", CreatePhone(random), $"{Plain(Pick(random, FirstNames))}@{Plain(kernels[2])}.example"),
            ]);
    }

    public static T Pick<T>(Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];

    /// <summary>Letters as they stand in a domain.</summary>
    public static string Plain(string text) => TextFold.FoldToWord(text);

    static string CreateCompany(Random random, string kernel)
    {
        var (trade, form) = (Pick(random, Trades), Pick(random, LegalForms));
        return random.Next(6) switch
        {
            0 => $"{kernel} {trade} {form}",
            1 => $"{form} {kernel} {trade}",
            2 => $"{trade} {kernel}",
            3 => $"{kernel} & Fils",
            4 => $"{kernel} {form} {trade}",
            _ => $"{trade} {form} {kernel}",
        };
    }

    static string CreatePhone(Random random) => random.Next(10) switch
    {
        0 => $"+44 20 {random.Next(1000, 10_000)} {random.Next(1000, 10_000)}".Replace(" ", "", StringComparison.Ordinal),
        1 => $"+32 2 {random.Next(100, 1000)} {random.Next(1000, 10_000)}".Replace(" ", "", StringComparison.Ordinal),
        _ => $"+33{random.Next(1, 10)}{random.Next(0, 100_000_000):D8}",
    };
}
