using FollowUp.Application.Absences;
using FollowUp.Application.Appointments;
using FollowUp.Application.Cadences;
using FollowUp.Application.Cadences.Comparisons;
using FollowUp.Application.Cadences.Trials;
using FollowUp.Application.Complaints;
using FollowUp.Application.Delivery;
using FollowUp.Application.Duplicates;
using FollowUp.Application.FirstStart;
using FollowUp.Application.Integrity;
using FollowUp.Application.Masking;
using FollowUp.Application.PendingDecisions;
using FollowUp.Application.People;
using FollowUp.Application.Persons;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Application.SecondFactors;
using FollowUp.Application.Settings;
using FollowUp.Domain.Calendars;
using FollowUp.Web.Api.Commands;
using FollowUp.Web.Shared.Limits;
using FollowUp.Web.Shared.Masking;
using FollowUp.Web.Shared.People;
using FollowUp.Web.Shared.Validation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FollowUp.Web.Shared.Setup;

/// <summary>Registers the application layer. The host adds the ports: stores, senders, signals.</summary>
public static class ApplicationServices
{
    /// <remarks>Transient, so that a host may choose the lifetime of its ports.</remarks>
    public static IServiceCollection AddFollowUpApplication(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddKeyRing();
        services.TryAddSingleton<AccessKeys>();
        services.TryAddSingleton(DepartmentCalendar.FromWorkingCalendar(WorkingCalendar.France));
        services.TryAddTransient(s => s.GetRequiredService<DepartmentCalendar>().Current);
        services.TryAddTransient<PolicyLoader>();
        services.TryAddTransient<CoordinatorSelector>();
        services.TryAddTransient<PersonLoader>();
        services.TryAddTransient<ProjectCommands>();
        services.TryAddTransient<PersonCommands>();
        services.TryAddTransient<BounceHandler>();
        services.TryAddTransient<AppointmentBook>();
        services.TryAddTransient<UnaskedMailDays>();
        services.TryAddTransient<CommonMails>();
        services.TryAddSingleton(s => ErasureProofKey.Parse(ReadErasureProofKey(s.GetService<IConfiguration>())));
        services.TryAddTransient<ErasureProofs>();
        services.TryAddTransient<OutboxDelivery>();
        services.TryAddTransient<ProjectQueries>();
        services.TryAddTransient<PendingDecisionQueries>();
        services.TryAddTransient<StaffActorResolver>();
        services.TryAddTransient<SharedTextCheck>();
        services.TryAddTransient<ComplaintAnswerMasking>();
        services.TryAddTransient<SharedTextGate>();
        services.TryAddTransient<CommandGate>();
        services.AddLimits();
        services.TryAddTransient<StaffAdministration>();
        services.TryAddTransient<SecondFactorMails>();
        services.TryAddTransient<SecondFactorAdministration>();
        services.TryAddTransient<StaffSettings>();
        services.TryAddTransient<StaffInvitations>();
        services.TryAddTransient<SignInMails>();
        services.TryAddTransient<AbsenceAdministration>();
        services.TryAddTransient<ComplaintFileQuery>();
        services.TryAddSingleton(AnchorKeys.None);
        services.TryAddSingleton<AnchorOptions>();
        services.TryAddTransient<NearDuplicateQuery>();
        services.TryAddTransient<ProjectVerifier>();
        services.TryAddTransient<StoreVerifier>();
        services.TryAddTransient<AnchorStore>();
        services.TryAddTransient<AnchorMaker>();
        services.TryAddTransient<CadenceAdministration>();
        services.TryAddTransient<LiveComparer>();
        services.TryAddTransient<CadenceTrials>();
        services.TryAddTransient<StaffGate>();
        services.TryAddSingleton<RequestValidators>();
        services.TryAddTransient<DepartmentSetup>();
        services.TryAddTransient<SetupTokens>();
        services.AddScheduledWork();
        return services;
    }

    static string? ReadErasureProofKey(IConfiguration? configuration) => configuration is null ? null : configuration["ErasureProof:Key"];
}
