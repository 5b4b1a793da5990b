using System.Globalization;
using Arize.TaskLint.Client.Api;
using Arize.TaskLint.Client.Profiles;
using Arize.TaskLint.Core;
using Arize.TaskLint.Engine.Settings;

namespace Arize.TaskLint.Engine.Doctor;

/// <summary>Tries everything that a check needs, one after the other, so that what does not work is named, and only that.</summary>
/// <param name="workspace">What the run reads.</param>
internal sealed class DoctorRun(Workspace workspace)
{
    // By this much a token that has expired, or an entry that ends today, is judged wrongly.
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    private static readonly string[] Connecting = ["key", "address", "proxy", "certificate", "connection"];

    private static readonly string[] Asked = ["spaces", "space", "tasks", "evaluators", "projects", "datasets", "runs", "fields", "latency", "clock"];

    private readonly List<DoctorCheck> checks = [];

    /// <summary>What came of each thing, in their order.</summary>
    /// <exception cref="UsageException">The settings file that was named does not exist.</exception>
    internal async Task<IReadOnlyList<DoctorCheck>> RunAsync(DoctorRequest request, CancellationToken cancellation)
    {
        Add("version", DoctorStatus.Ok, $"tasklint {BuildInfo.Version}");
        var settings = ReadSettings(request.Config);
        Profile? profile = null;
        try
        {
            profile = new ProfileFiles(workspace).Read(request.Live.Profile);
        }
        catch (UsageException wrong)
        {
            Add("profile", DoctorStatus.Problem, wrong.Message);
            Skip(Connecting);
            Skip(Asked);
            return checks;
        }

        if (ReadConnection(request.Live, profile) is { } connection)
            await AskAsync(request, settings, connection, cancellation).ConfigureAwait(false);
        else
            Skip(Asked);
        return checks;
    }

    private SettingsFile? ReadSettings(string? config)
    {
        try
        {
            var settings = SettingsFile.Find(workspace, config, null);
            Add("settings", DoctorStatus.Ok, settings.File is { } file
                ? $"{workspace.Call(file)}"
                : $"no {SettingsFile.Name} in this folder or above it; the defaults are in force");
            return settings;
        }
        catch (UsageException wrong) when (config is null || File.Exists(Path.GetFullPath(config, workspace.WorkingDirectory)))
        {
            Add("settings", DoctorStatus.Problem, wrong.Message);
            return null;
        }
    }

    private ConnectionSettings? ReadConnection(LiveRequest live, Profile? profile)
    {
        ConnectionSettings connection;
        try
        {
            connection = ConnectionSettings.Read(workspace.Variable, live.ApiUrl, live.Region, profile, workspace.Time, canUseSaved: false);
        }
        catch (SettingsException wrong)
        {
            var name = wrong.Part switch
            {
                SettingsPart.Certificate => "certificate",
                SettingsPart.Proxy => "proxy",
                _ => "address",
            };
            Add(name, DoctorStatus.Problem, wrong.Message);
            Skip([.. Connecting.Where(other => other != name)]);
            return null;
        }

        if (connection.KeyProblem is { } problem)
            Add("key", DoctorStatus.Problem, problem);
        else
            Add("key", DoctorStatus.Ok, profile is null || workspace.Key is not null ? "ARIZE_API_KEY is set" : $"that of {profile.Source}");
        foreach (var overridden in connection.Overrides)
            Add("profile", DoctorStatus.Warning, overridden);
        Add("address", DoctorStatus.Ok, $"{connection.ShownUrl.TrimEnd('/')} ({connection.BaseUrlSource})");
        // Without user name and password.
        Add("proxy", DoctorStatus.Ok, connection.BypassesProxy ? "none, since no_proxy of the profile has the host"
            : connection.Proxy is { } proxy ? connection.Conceal(proxy.Authority)
            : "none is set for this tool; HTTPS_PROXY and NO_PROXY count");
        var unusable = connection.CertificateProblem();
        if (unusable is not null)
        {
            Add("certificate", DoctorStatus.Problem, unusable);
        }
        else if (connection.VerifiesCertificate)
        {
            Add("certificate", DoctorStatus.Ok, connection.CertificateFile is { } file
                ? $"checked, with the authorities of {connection.Conceal(file)} besides the system's"
                : "checked, with the system's authorities");
        }
        else
        {
            Add("certificate", DoctorStatus.Warning,
                $"not checked, since {connection.VerifySource} is false, so anybody between could read the key; unset it");
        }

        if (connection.KeyProblem is null && unusable is null)
            return connection;
        Skip("connection");
        return null;
    }

    private async Task AskAsync(
        DoctorRequest request, SettingsFile? settings, ConnectionSettings connection, CancellationToken cancellation)
    {
        var limits = new ApiLimits { Concurrency = 1, Total = request.Live.Timeout, Retries = 1 };
        using var client = new ApiClient(connection, limits, workspace.Time, workspace.Log.Detail);
        var answers = new List<TimeSpan>();
        var (status, skew) = (0, (TimeSpan?)null);
        client.OnAnswer = (code, date, took) =>
        {
            status = code;
            answers.Add(took);
            skew ??= date is { } server ? workspace.Time.GetUtcNow() - server : null;
        };
        var probe = new ApiProbe(new ArizeApi(client), workspace.Installation());
        var spaces = await probe.SpacesAsync(cancellation).ConfigureAwait(false);
        if (spaces.Failure is { } failed && WhatFailed(failed, status) is { } name)
        {
            checks.RemoveAll(check => check.Name == name);
            Add(name, DoctorStatus.Problem, failed.Message);
            if (name != "connection")
                Skip("connection");
            Skip(Asked);
            return;
        }

        Add("connection", DoctorStatus.Ok, $"{client.Host} answers, and accepts the key");
        Add(spaces);
        var given = request.Space ?? (workspace.Variable("ARIZE_SPACE") is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null)
            ?? settings?.Space;
        var (space, id) = await probe.SpaceAsync(given, cancellation).ConfigureAwait(false);
        Add(space);
        if (space.Failure is null)
        {
            foreach (var one in await probe.ResourcesAsync(id, cancellation).ConfigureAwait(false))
                Add(one);
        }
        else
        {
            Skip("tasks", "evaluators", "projects", "datasets", "runs", "fields");
        }

        AddLatency(answers);
        AddClock(skew);
    }

    // Null where it is no more than that the list of spaces may not be read.
    private static string? WhatFailed(ApiException failed, int status) => failed.Failure switch
    {
        ApiFailure.Certificate => "certificate",
        ApiFailure.Proxy => "proxy",
        ApiFailure.Refused when status == 401 => "key",
        ApiFailure.Refused or ApiFailure.NotFound => null,
        _ => "connection",
    };

    private void AddLatency(List<TimeSpan> answers)
    {
        answers.Sort();
        var median = answers[answers.Count / 2];
        var shown = string.Create(CultureInfo.InvariantCulture, $"{median.TotalMilliseconds:0} ms until an answer begins");
        if (median > Slow)
            Add("latency", DoctorStatus.Warning, $"{shown}; is the region far away, or the proxy slow");
        else
            Add("latency", DoctorStatus.Ok, shown);
    }

    private void AddClock(TimeSpan? skew)
    {
        if (skew is not { } difference)
        {
            Add("clock", DoctorStatus.Ok, "the server does not tell its time");
        }
        else if (difference.Duration() > MostSkew)
        {
            var (amount, side) = (difference.Duration(), difference > TimeSpan.Zero ? "ahead of" : "behind");
            Add("clock", DoctorStatus.Warning, string.Create(CultureInfo.InvariantCulture,
                $"this machine is {amount.TotalMinutes:0} minutes {side} the server; set its clock, by which entries with 'until' and sign-ins end"));
        }
        else
        {
            Add("clock", DoctorStatus.Ok, "as the server's");
        }
    }

    private void Add(ProbeResult result) => Add(result.Name, result.Status, result.Failure?.Message ?? result.Message);

    private void Add(string name, DoctorStatus status, string message) => checks.Add(new DoctorCheck(name, status, workspace.Shown(message)));

    private void Skip(params string[] names) =>
        checks.AddRange(names.Select(name => new DoctorCheck(name, DoctorStatus.Skipped, "not tried")));
}
