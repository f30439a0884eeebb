namespace FollowUp.Simulation.Parameters;

/// <summary>Who posts projects.</summary>
/// <param name="CompanyShare">Companies among the clients; the others are private persons.</param>
/// <param name="CallConsentShare">Private persons who agree to be called about the request.</param>
/// <param name="LaterConsentShare">Of those, the ones who agree to be called later too.</param>
/// <param name="SeriousShare">Projects that phone validation finds serious.</param>
/// <param name="WrongNumberShare">Clients whose number is wrong.</param>
/// <param name="NumberCorrectedShare">Of those, the ones who give the right number when a mail asks for it.</param>
/// <param name="InformationMissingShare">Serious projects about which the first conversation leaves information missing.</param>
/// <param name="InformationGivenShare">Of those, the ones whose client sends the information.</param>
public sealed record ClientParameters(
    double CompanyShare,
    double CallConsentShare,
    double LaterConsentShare,
    double SeriousShare,
    double WrongNumberShare,
    double NumberCorrectedShare,
    double InformationMissingShare,
    double InformationGivenShare);
