using Arize.TaskLint.Client.Api;
using Arize.TaskLint.Client.Profiles;

namespace Arize.TaskLint.Engine;

/// <summary>Opens the API as a request, the environment and the profile have it.</summary>
internal static class ApiConnection
{
    /// <summary>A client of the API, and the address that messages show.</summary>
    /// <param name="workspace">What the run reads.</param>
    /// <param name="request">Which API, and how much may be asked.</param>
    /// <param name="profile">The profile of the official command line; null without one.</param>
    /// <param name="canUseSaved">Whether the command takes saved answers instead.</param>
    /// <exception cref="SettingsException">The settings contradict each other, or no key is set.</exception>
    internal static (ApiClient Client, string Address) Open(
        Workspace workspace, LiveRequest request, Profile? profile, bool canUseSaved = true)
    {
        var log = workspace.Log;
        var limits = new ApiLimits { Concurrency = request.Concurrency, Total = request.Timeout };
        var connection = ConnectionSettings.Read(workspace.Variable, request.ApiUrl, request.Region, profile, workspace.Time, canUseSaved);
        log.Detail($"the API is at {connection.ShownUrl} ({connection.BaseUrlSource})");
        foreach (var overridden in connection.Overrides)
        {
            // A profile that was asked for by its name is expected to count.
            Action<string> tell = request.Profile is null ? log.Detail : log.Note;
            tell(overridden);
        }

        if (!connection.VerifiesCertificate)
            log.Warn($"{connection.VerifySource} is false: the server's certificate is not checked, so anybody between could read the key");
        return (new ApiClient(connection, limits, workspace.Time, log.Detail), connection.ShownUrl.ToString().TrimEnd('/'));
    }
}
