using FollowUp.Application.Delivery;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.InboundMail.Forwarding;
using FollowUp.Web.InboundMail.Messages;
using FollowUp.Web.InboundMail.Reports;
using FollowUp.Web.InboundMail.Requests;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Limits;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FollowUp.Web.InboundMail;

/// <summary>
/// <c>POST /inbound-mail</c>: a mail gateway sends what people answer, one raw message per request. 200 means that the message was handled;
/// 5xx asks the gateway to send it again. Idempotent.
/// </summary>
public static class InboundMailEndpoint
{
    public const string Path = "/inbound-mail";

    /// <summary>The longest message in bytes, attachments included: the limit of large mail services.</summary>
    public const int MaxMessageBytes = 25 << 20;

    /// <summary>The longest body in bytes of any form that holds a message. The Functions host compares it before the endpoint is reached.</summary>
    public const int MaxBodyBytes = MaxMessageBytes / 2 * 3;

    /// <summary>The longest multipart form in bytes that any other endpoint reads; no page sends one.</summary>
    const int MaxMultipartFormBytes = 1 << 20;

    static readonly LocalizedText FromIsRequired = new(
        "est obligatoire dans l’en-tête d’un message", "is required in the header of a message");

    static readonly LocalizedText MessageTooLong = new(
        $"Un message fait {MaxMessageBytes >> 20} Mio au plus.", $"A message is {MaxMessageBytes >> 20} MiB long at most.");

    static readonly LocalizedText HeaderTooLong = new(
        $"L’en-tête d’un message fait {MessageLimits.MaxHeaderBytes >> 10} Kio et {MessageLimits.MaxTopHeaderLines} lignes au plus.",
        $"The header of a message is {MessageLimits.MaxHeaderBytes >> 10} KiB and {MessageLimits.MaxTopHeaderLines} lines long at most.");

    static readonly LocalizedText Refused = new("Message refusé", "Message refused");

    public static IServiceCollection AddInboundMail(this IServiceCollection services)
    {
        InboundMessageReader.RegisterEncodings();
        services.AddOptions<InboundMailOptions>();
        services.TryAddTransient<InboundMailKey>();
        services.TryAddSingleton<MessageParsing>();
        services.AddLimits();
        services.TryAddTransient<MailReportHandler>();
        services.TryAddTransient<ReplyRecorder>();
        services.TryAddTransient<ReplyForwarder>();
        services.TryAddTransient<InboundMailHandler>();
        return services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = MaxMultipartFormBytes);
    }

    /// <remarks>
    /// The endpoint limits the body itself. The server would close the connection, and a gateway without an answer sends the message again.
    /// </remarks>
    public static IEndpointConventionBuilder MapInboundMail(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(Path, Receive)
        .WithMetadata(new DisableRequestSizeLimitAttribute()).DisableAntiforgery().ExcludeFromDescription();

    static async Task<IResult> Receive(HttpContext http, InboundMailKey key, WrongKeyLimit wrongKeys, MessageParsing parsing, InboundMailHandler handler)
    {
        var (request, language, cancellation) = (http.Request, http.GetLanguage(), http.RequestAborted);
        if (!await key.IsValid(request, cancellation))
        {
            return Problem.ForStatus(await wrongKeys.CountAndGetStatus(http), language);
        }

        if (!RawMessageReader.IsSupported(request))
        {
            return Problem.Of(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", Refused, new LocalizedText(
                $"Un message s’envoie en {RawMessageReader.MediaType}, ou dans le champ « email » d’un formulaire.",
                $"A message is sent as {RawMessageReader.MediaType}, or in the field “email” of a form."), language);
        }

        if (await LimitedBodyReader.Read(request, RawMessageReader.GetMaxBodyBytes(request, MaxMessageBytes), cancellation) is not { } body)
        {
            return TooLarge(MessageTooLong, language);
        }

        try
        {
            if (await RawMessageReader.Read(request, body, cancellation) is not { } raw)
            {
                return InvalidMessage(language);
            }

            if (raw.Length > MaxMessageBytes)
            {
                return TooLarge(MessageTooLong, language);
            }

            if (MessageLimits.Apply(raw) is not { } bounded)
            {
                return TooLarge(HeaderTooLong, language);
            }

            return await parsing.Read(bounded, cancellation) is { } message
                ? TypedResults.Ok(InboundMailResponse.From(await handler.Handle(message, cancellation)))
                : Problem.Invalid("From", FromIsRequired, language);
        }
        catch (Exception malformed) when (malformed is FormatException or InvalidDataException or IOException)
        {
            return InvalidMessage(language);
        }
        catch (ThrottledException)
        {
            return Problem.ForStatus(StatusCodes.Status503ServiceUnavailable, language);
        }
    }

    static IResult TooLarge(LocalizedText reason, Language language) =>
        Problem.Of(StatusCodes.Status413PayloadTooLarge, "too-large", Refused, reason, language);

    static IResult InvalidMessage(Language language) => Problem.Invalid(
        FieldErrors.Body, new LocalizedText("n’est pas un message (RFC 5322)", "is not a message (RFC 5322)"), language);
}
