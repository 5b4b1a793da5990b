using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Arize.TaskLint.CSharpHost;

/// <summary>
/// Builds a project and loads the assembly. The build writes into a folder of its own, below the project's <c>obj</c>, whatever properties the
/// project sets (see <c>build/TaskLint.Redirect.props</c>), so that the project's next ordinary build does not reuse its output. It runs no
/// analyzers: the tool reports their findings on declarations itself.
/// </summary>
internal sealed partial class ProjectFile
{
    private const string OwnFolder = "obj/tasklint";
    private const string LockName = ".lock";

    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(50);

    // The error codes for a file that another process holds: a sharing or lock violation, EWOULDBLOCK of Linux and of macOS.
    private static readonly int[] HeldByOther = [unchecked((int)0x80070020), unchecked((int)0x80070021), 11, 35];

    private static readonly string Redirection = Path.Combine(DeclarationContext.HostFolder, "build", "TaskLint.Redirect.props");

    private readonly string path;
    private readonly string folder;
    private readonly string[] properties;

    private ProjectFile(string path)
    {
        this.path = path;
        folder = Path.Combine(Path.GetDirectoryName(path)!, OwnFolder);
        properties =
        [
            $"-p:CustomBeforeDirectoryBuildProps={Escaped(Redirection)}",
            $"-p:TaskLintFolder={Escaped(folder)}",
            $"-p:TaskLintProject={Escaped(path)}",
            // Other files that a build writes, to locations that the project chooses.
            "-p:GenerateDocumentationFile=false",
            "-p:DocumentationFile=",
            "-p:PdbFile=",
            "-p:ErrorLog=",
            "-p:EmitCompilerGeneratedFiles=false",
            "-p:CompilerGeneratedFilesOutputPath=",
            "-p:GeneratePackageOnBuild=false",
            "-p:DeployOnBuild=false",
            "-p:PostBuildEvent=",
            "-p:RunAnalyzers=false",
            "-p:TreatWarningsAsErrors=false",
            "-p:MSBuildTreatWarningsAsErrors=false",
            // A catalog that is not a program still needs the assemblies that it refers to beside it.
            "-p:CopyLocalLockFileAssemblies=true",
            // The callers' files are to be found.
            "-p:ContinuousIntegrationBuild=false",
            "-p:DeterministicSourcePaths=false",
            "-p:PathMap=",
            // They name the sources, which contain the suppressions.
            "-p:DebugType=portable",
            "-p:DebugSymbols=true",
        ];
    }

    /// <summary>Whether a file is a project, in one of the languages of .NET.</summary>
    internal static bool Is(string path) => Path.GetExtension(path).ToUpperInvariant() is ".CSPROJ" or ".VBPROJ" or ".FSPROJ";

    /// <summary>Builds and loads a project.</summary>
    /// <exception cref="InputException">It does not build, or targets nothing that can be loaded.</exception>
    internal static LoadedCode Load(string path)
    {
        var project = new ProjectFile(path);
        var (framework, assembly, noWarn) = project.Evaluate();
        // Other runs of the tool may build or read it at the same time; until this process has read its code, it is theirs no more.
        var held = project.Lock();
        project.Build(framework);
        return AssemblyFile.Load(assembly) with { Held = held, NoWarn = noWarn };
    }

    // Characters with a meaning of their own on MSBuild's command line.
    private static string Escaped(string value) =>
        value.Replace("%", "%25").Replace(";", "%3B").Replace(",", "%2C").Replace("$", "%24").Replace("@", "%40");

    private (string Framework, string Assembly, IReadOnlyList<string> NoWarn) Evaluate()
    {
        var values = Properties();
        var frameworks = $"{values["TargetFrameworks"]};{values["TargetFramework"]}"
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (frameworks.Length == 0)
            throw new InputException($"{ShownPath.Of(path)}: the project names no TargetFramework");
        var framework = TargetFrameworks.Choose(frameworks, Environment.Version)
            ?? throw new InputException($"{ShownPath.Of(path)}: the project targets {string.Join(", ", frameworks)}; "
                + $"to be read, declarations must target netstandard or up to net{Environment.Version.Major}.0");
        // Of several targets, each has properties of its own.
        if (values["TargetPath"].Length == 0)
            values = Properties($"-p:TargetFramework={framework}");
        var target = values["TargetPath"];
        if (!target.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new InputException($"{ShownPath.Of(path)}: the project's outputs cannot be redirected into {OwnFolder}, "
                + "so it is not built: it does not use Microsoft.NET.Sdk of .NET 8 or later");
        return (framework, target, values["NoWarn"].Split([';', ',', ' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }

    private FileStream Lock()
    {
        Directory.CreateDirectory(folder);
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (HeldByOther.Contains(held.HResult))
            {
                // The system does not notify when another process releases a file. The tool's time limit for code ends this loop, too.
                Thread.Sleep(LockPause);
            }
        }
    }

    private Dictionary<string, string> Properties(params string[] further)
    {
        var output = Run(
        [
            "msbuild", path, "-nologo",
            "-getProperty:TargetFramework", "-getProperty:TargetFrameworks", "-getProperty:TargetPath", "-getProperty:NoWarn",
            .. properties, .. further,
        ]);
        try
        {
            using var json = JsonDocument.Parse(output);
            return json.RootElement.GetProperty("Properties").EnumerateObject()
                .ToDictionary(property => property.Name, property => property.Value.GetString() ?? "");
        }
        catch (JsonException)
        {
            throw Failed(output);
        }
    }

    // Nothing of the build may stay: a compiler that runs on would hold this process's pipes open.
    private void Build(string framework) =>
        Run(
        [
            "build", path, "-t:TaskLintBuild", "-nologo", "-v:q", "-tl:off", "-clp:NoSummary", "--disable-build-servers",
            "-f", framework, .. properties,
        ]);

    private string Run(string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments)
        {
            WorkingDirectory = Path.GetDirectoryName(path)!,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Variables of a build around this process must not affect this one.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw Failed(output + "\n" + error.Result);
    }

    private InputException Failed(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var errors = lines.Select(line => ErrorLine().Match(line)).Where(match => match.Success).Select(match =>
        {
            var file = match.Groups["file"].Value;
            var isFile = Path.IsPathFullyQualified(file) && File.Exists(file);
            return $"{(isFile ? ShownPath.Of(file) : file)}{match.Groups["place"].Value}: {match.Groups["message"].Value}";
        }).Distinct(StringComparer.Ordinal).ToList();
        if (errors.Count > 0)
            return new InputException(errors);
        var what = lines.Any(line => line.Contains("No .NET SDKs were found", StringComparison.Ordinal))
            ? "building a project needs the .NET SDK, and only the runtime is there"
            : string.Join(' ', lines.TakeLast(5));
        return new InputException($"{ShownPath.Of(path)}: the project cannot be built: {what}");
    }

    [GeneratedRegex(@"^(?<file>.+?)(?<place>\([\d,-]+\))? ?: (?<message>error( \w+)?: .*?)( \[[^\[\]]*\])?$", RegexOptions.CultureInvariant)]
    private static partial Regex ErrorLine();
}
