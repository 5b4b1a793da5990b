using System.CommandLine;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using Arize.TaskLint.Core;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>What <c>tasklint --version</c> prints.</summary>
internal static class VersionText
{
    private const string Verbose = "--verbose";

    /// <summary>Adds the option <c>--verbose</c>, which is for <c>--version</c> alone.</summary>
    /// <returns>The option.</returns>
    internal static Option<bool> AddTo(RootCommand root)
    {
        var verbose = new Option<bool>(Verbose)
        {
            Description = "With --version: also print the commit, the platform and how tasklint was installed",
        };
        var version = root.Options.OfType<VersionOption>().Single();
        version.Validators.Clear();
        root.Options.Add(verbose);
        return verbose;
    }

    /// <summary>What is wrong with these options on a command line.</summary>
    internal static IEnumerable<string> ErrorsOf(ParseResult parsed)
    {
        var given = parsed.RootCommandResult.Children.OfType<OptionResult>().Where(option => !option.Implicit).ToList();
        var hasVersion = given.Exists(one => one.Option is VersionOption);
        if (given.Exists(one => one.Option.Name == Verbose) && !hasVersion)
            yield return $"'{Verbose}' stands behind a command, or with '--version'";
        var hasOthers = parsed.CommandResult != parsed.RootCommandResult
            || given.Exists(one => one.Option is not VersionOption && one.Option.Name != Verbose);
        if (hasVersion && hasOthers)
            yield return $"'--version' stands alone, or with '{Verbose}'";
    }

    /// <summary>The version in a line, and what else helps to tell one installation from another.</summary>
    internal static string Of(Workspace workspace, bool isVerbose)
    {
        var version = $"tasklint {BuildInfo.Version}\n";
        if (!isVerbose)
            return version;
        // The list is the runtime's: a program that is compiled ahead of time has none.
        var kind = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") is null ? "native" : RuntimeInformation.FrameworkDescription;
        var installation = workspace.Installation();
        return $"{version}"
            + $"commit    {BuildInfo.Commit ?? "not recorded: not built by a release"}\n"
            + $"platform  {RuntimeInformation.RuntimeIdentifier}, {kind}, on {TerminalText.Escape(RuntimeInformation.OSDescription)}\n"
            + $"install   {installation.Kind ?? $"unknown: {installation.Doubt}"}\n";
    }
}
