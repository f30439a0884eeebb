using System.Text.RegularExpressions;

namespace FollowUp.Pages.Tests.Links;

/// <summary>The undo button of a page.</summary>
static partial class UndoButtons
{
    /// <summary>The path that it posts to; null without a button.</summary>
    public static string? UndoButton(this Browser.Page page) => Form().Match(page.Html) is { Success: true } form ? form.Groups[1].Value : null;

    /// <summary>Posts the button's form.</summary>
    public static Task<Browser.Page> PressUndo(this Browser browser, Browser.Page shown) => browser.Post(
        shown.UndoButton() ?? throw new InvalidOperationException("There is no undo on this page: " + shown.Text),
        new() { ["__RequestVerificationToken"] = shown.FormToken });

    [GeneratedRegex("<form method=\"post\" action=\"(/l/[^\"]+)\" class=\"undo\"")]
    private static partial Regex Form();
}
