using FollowUp.Application.Delivery;
using FollowUp.Domain.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FollowUp.Web;

/// <summary>
/// The door through which a mail gateway brings what people answer, a raw message a request. It answers 200 for whatever it understood, so
/// that the gateway is done with it, and 5xx only for what is to be brought again.
/// </summary>
public static class InboundMailEndpoint
{
    public const string Path = "/inbound-mail";

    /// <summary>What large mail services take at most, attachments included.</summary>
    public const int LongestMessage = 25 << 20;

    /// <summary>No page sends a form in parts.</summary>
    const int LongestFormInParts = 1 << 20;

    static readonly LocalizedText Refused = new("Message refusé", "Message refused");

    public static IServiceCollection AddInboundMail(this IServiceCollection services)
    {
        services.AddOptions<InboundMailOptions>();
        services.TryAddTransient<InboundMailKey>();
        services.TryAddTransient<PassingOn>();
        services.TryAddTransient<Replies>();
        return services.AnswerHoweverLong();
    }

    /// <summary>
    /// Every door limits what it reads. A server with a limit of its own breaks the connection off above it, and a gateway that gets no answer
    /// comes again.
    /// </summary>
    static IServiceCollection AnswerHoweverLong(this IServiceCollection services) => services
        .Configure<KestrelServerOptions>(server => server.Limits.MaxRequestBodySize = null)
        .Configure<FormOptions>(form => form.MultipartBodyLengthLimit = LongestFormInParts);

    public static IEndpointConventionBuilder MapInboundMail(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Path, Take).DisableAntiforgery().ExcludeFromDescription();

    static async Task<IResult> Take(HttpContext http, InboundMailKey key, Replies replies)
    {
        var (request, language, cancellation) = (http.Request, http.Request.AcceptedLanguage(), http.RequestAborted);
        if (!await key.Opens(request, cancellation))
        {
            return Problem.OfStatus(StatusCodes.Status401Unauthorized, language);
        }

        if (!RawMessage.IsExpected(request))
        {
            return Problem.Of(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", Refused, new LocalizedText(
                $"Un message s’envoie en {RawMessage.MediaType}, ou dans le champ « email » d’un formulaire.",
                $"A message is sent as {RawMessage.MediaType}, or in the field “email” of a form."), language);
        }

        if (await BodyBytes.Read(request, cancellation, LongestMessage) is not { } body)
        {
            return Problem.Of(StatusCodes.Status413PayloadTooLarge, "too-large", Refused, new LocalizedText(
                $"Un message fait {LongestMessage >> 20} Mio au plus.", $"A message is {LongestMessage >> 20} MiB long at most."), language);
        }

        try
        {
            return await RawMessage.In(request, body, cancellation) is { } raw ? await Understand(raw, replies, language, cancellation) : NoMessage(language);
        }
        catch (Exception malformed) when (malformed is FormatException or InvalidDataException or IOException)
        {
            return NoMessage(language);
        }
        catch (ThrottledException)
        {
            return Problem.OfStatus(StatusCodes.Status503ServiceUnavailable, language);
        }
    }

    static async Task<IResult> Understand(ReadOnlyMemory<byte> raw, Replies replies, Language language, CancellationToken cancellation)
    {
        var message = InboundMessage.Read(raw);
        return message.Mime.Headers.Contains("From")
            ? TypedResults.Ok(await replies.Take(message, cancellation))
            : Problem.Of("From", new LocalizedText("est obligatoire dans l’en-tête d’un message", "is required in the header of a message"), language);
    }

    static IResult NoMessage(Language language) => Problem.Of(
        Shape.Whole, new LocalizedText("n’est pas un message (RFC 5322)", "is not a message (RFC 5322)"), language);
}
