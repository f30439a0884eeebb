using FollowUp.Domain.Text;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>A client or provider who complained.</summary>
/// <param name="Project">One of the client's projects; null for a provider.</param>
sealed record ComplaintAuthor(string Address, string Name, Language Language, string? Project);
