using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Settings;
using FollowUp.Domain.Text;

namespace FollowUp.Application.FirstStart;

/// <summary>What a department gives when it is set up. Values are valid and in their stored form.</summary>
/// <param name="DepartmentName">The name under which the department writes.</param>
/// <param name="Phone">Its phone number, as people read it.</param>
/// <param name="ReplyAddress">The mail address that people can write to; null without one.</param>
/// <param name="Languages">The languages in which projects are followed up; at least one.</param>
/// <param name="AlsaceMoselle">The two public holidays of Alsace-Moselle are closed too.</param>
/// <param name="Manager">The first manager.</param>
public sealed record FirstSettings(
    string DepartmentName, string Phone, string? ReplyAddress, ImmutableArray<Language> Languages, bool AlsaceMoselle, Staff Manager)
{
    /// <summary>The settings of the department with these; everything else stays.</summary>
    internal DepartmentSettings ApplyTo(DepartmentSettings settings) => settings with
    {
        Name = DepartmentName,
        Phone = Phone,
        ReplyAddress = ReplyAddress,
        Languages = Languages,
        AlsaceMoselle = AlsaceMoselle,
    };
}
