using System.Diagnostics;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Web.Console;

/// <summary>
/// The key of each outcome on the keyboard, the same in both languages and in every phase. Digits are the keys of the top row or of the number
/// pad, with and without Shift.
/// </summary>
static class CallOutcomeKeys
{
    public static string Of(CallOutcome outcome) => outcome switch
    {
        CallOutcome.NoAnswer => "1",
        CallOutcome.Voicemail => "2",
        CallOutcome.Busy => "3",
        CallOutcome.WrongNumber => "4",
        CallOutcome.Serious => "s",
        CallOutcome.NeedsInformation => "i",
        CallOutcome.NotSerious => "n",
        CallOutcome.CallBack => "r",
        CallOutcome.StillLooking => "l",
        CallOutcome.TalkingTo => "t",
        CallOutcome.NotNow => "p",
        CallOutcome.Chose => "o",
        CallOutcome.ChoseElsewhere => "h",
        CallOutcome.GaveUp => "a",
        CallOutcome.DoNotCall => "x",
        CallOutcome.RefusesContact => "z",
        _ => throw new UnreachableException($"No rule for {outcome}."),
    };
}
