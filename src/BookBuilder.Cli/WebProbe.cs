using System.Net;
using System.Net.Sockets;

namespace BookBuilder.Cli;

#pragma warning disable RS0030 // No network but here: the user has asked for it on the command line.
/// <summary>Asks addresses on the web whether they answer. Only for <c>check --links</c>: nothing else ever uses the network.</summary>
internal static class WebProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>A probe for one run.</summary>
    /// <param name="producer">What it calls itself: "BookBuilder 1.0".</param>
    public static Func<Uri, CancellationToken, Task<string?>> Create(string producer)
    {
        var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, MaxAutomaticRedirections = 10 }) { Timeout = Patience };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(producer.Replace(' ', '/').TrimEnd('/'));
        return (address, stop) => AskAsync(client, address, stop);
    }

    private static async Task<string?> AskAsync(HttpClient client, Uri address, CancellationToken stop)
    {
        try
        {
            // Some servers refuse to be asked for the head alone.
            return await StatusAsync(HttpMethod.Head) is not null ? await StatusAsync(HttpMethod.Get) : null;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return $"no answer in {Patience.TotalSeconds:0} seconds";
        }
        catch (HttpRequestException exception)
        {
            return exception.InnerException is SocketException socket ? socket.Message : exception.Message.TrimEnd('.');
        }

        async Task<string?> StatusAsync(HttpMethod method)
        {
            using var request = new HttpRequestMessage(method, address);
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            // Who must sign in, or asks too often, has found somebody there.
            return response.IsSuccessStatusCode || response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests
                ? null : $"{(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd();
        }
    }
}
