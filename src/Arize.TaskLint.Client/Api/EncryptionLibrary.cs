using System.Runtime.InteropServices;

namespace Arize.TaskLint.Client.Api;

/// <summary>
/// Whether encrypted connections can be made: on Linux, they need a library of the system. A program that is compiled ahead of time ends without a
/// word of its own where it is missing, so it is looked for first.
/// </summary>
internal static class EncryptionLibrary
{
    // Those that .NET takes, in its order ("opensslshim.c" of its runtime).
    private static readonly string[] Names = ["libssl.so.3", "libssl.so.1.1", "libssl.so.1.0.2", "libssl.so.1.0.0", "libssl.so.10"];

    private static readonly Lazy<bool> Missing = new(() =>
    {
        if (!OperatingSystem.IsLinux() || IsInside)
            return false;
        var chosen = Environment.GetEnvironmentVariable("CLR_OPENSSL_VERSION_OVERRIDE");
        return !Names.Prepend($"libssl.so.{chosen}").Any(name => NativeLibrary.TryLoad(name, out _));
    });

    /// <summary>Whether the program has it in itself, so that none is looked for.</summary>
    internal static bool IsInside => AppContext.TryGetSwitch("TaskLint.HasOpenSsl", out var isInside) && isInside;

    /// <summary>Whether it is missing.</summary>
    internal static bool IsMissing => Missing.Value;
}
