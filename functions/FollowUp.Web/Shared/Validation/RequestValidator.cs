using FluentValidation;

namespace FollowUp.Web.Shared.Validation;

/// <summary>
/// The rules of one request. All fields are checked; each field reports the first rule that it breaks. Rules take their sentences from
/// <see cref="RuleTexts"/>, in both languages. Validators are singletons.
/// </summary>
abstract class RequestValidator<T> : AbstractValidator<T>
{
    protected RequestValidator()
    {
        ClassLevelCascadeMode = CascadeMode.Continue;
        RuleLevelCascadeMode = CascadeMode.Stop;
    }
}
