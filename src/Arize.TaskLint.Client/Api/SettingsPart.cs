namespace Arize.TaskLint.Client.Api;

/// <summary>The parts of a connection that settings describe.</summary>
public enum SettingsPart
{
    /// <summary>Where the API is.</summary>
    Address,

    /// <summary>The check of the server's certificate, and the authorities for it.</summary>
    Certificate,

    /// <summary>What stands between this machine and the API.</summary>
    Proxy,
}
