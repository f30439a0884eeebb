using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Local.Demo.SampleData;

/// <summary>The staff and the providers of the sample department.</summary>
static class SampleStaff
{
    public const string Camille = "camille@demo.example";
    public const string Yanis = "yanis@demo.example";

    static readonly ImmutableArray<Language> Both = [Language.French, Language.English];

    public static ImmutableArray<Staff> Staff { get; } =
    [
        new(Camille, "Camille Aubertin", Role.Coordinator, Both, Capacity: 400, Phone: "+33199000101"),
        new(Yanis, "Yanis Belkacem", Role.Coordinator, Both, Capacity: 400, Phone: "+33199000102"),
        new("nadia@demo.example", "Nadia Rouvière", Role.Manager, Both, Phone: "+33199000100"),
        new("simon@demo.example", "Simon Lacaze", Role.Sales, [Language.French], Phone: "+33199000150"),
    ];

    /// <summary>The ids of <see cref="Providers"/>.</summary>
    public static IEnumerable<string> ProviderIds => Providers(LocalDate.MinIsoValue.PlusYears(1)).Select(p => p.Id);

    /// <param name="today">The demo's first day; subscriptions end some months before or after it.</param>
    public static ImmutableArray<ProviderProfile> Providers(LocalDate today) =>
    [
        new("PR-1", "Studio Hirondelle", "contact@studio-hirondelle.example", Language.French, today.PlusMonths(7)),
        new("PR-2", "Atelier Pixel & Papier", "bonjour@pixel-papier.example", Language.French, today.PlusMonths(2)),
        new("PR-3", "Rivages Numériques", "projets@rivages-numeriques.example", Language.French, null),
        new("PR-4", "Northlight Web Partners", "hello@northlight.example", Language.English, today.PlusMonths(11)),
        new("PR-5", "Maison Traduire Juste", "devis@traduire-juste.example", Language.French, null),
        new("PR-6", "Ondine Vidéo", "tournage@ondine-video.example", Language.French, today.PlusMonths(-1)),
        new("PR-7", "Comptoir du Chiffre", "cabinet@comptoir-du-chiffre.example", Language.French, today.PlusMonths(4)),
        new("PR-8", "Bâti Loire Rénovation", "chantiers@bati-loire.example", Language.French, null),
    ];
}
