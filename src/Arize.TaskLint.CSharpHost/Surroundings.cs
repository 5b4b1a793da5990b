using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Arize.TaskLint.CSharpHost;

/// <summary>
/// The process environment of the code of an input: the same as under <c>dotnet run</c>. Changes that one input makes are restored before the next.
/// </summary>
internal sealed class Surroundings
{
    private const string BaseDirectory = "APP_CONTEXT_BASE_DIRECTORY";
    private const string Invariant = "System.Globalization.Invariant";

    private readonly string directory = Environment.CurrentDirectory;
    private readonly Dictionary<string, string?> variables = Variables();
    private readonly TextWriter console;
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo interfaceCulture = CultureInfo.CurrentUICulture;
    private readonly Assembly? entry = Assembly.GetEntryAssembly();
    private readonly Dictionary<string, object?> data = new(StringComparer.Ordinal);

    /// <summary>Remembers how the process is now.</summary>
    /// <param name="console">Takes what user code prints.</param>
    internal Surroundings(TextWriter console)
    {
        this.console = console;
        Restore();
    }

    /// <summary>Lets the process look like the program of an input.</summary>
    internal void Enter(LoadedCode code)
    {
        Set(BaseDirectory, Path.TrimEndingDirectorySeparator(code.Folder) + Path.DirectorySeparatorChar);
        Assembly.SetEntryAssembly(code.Assembly);
        var settings = code.Assembly.Location is { Length: > 0 } file ? Path.ChangeExtension(file, ".runtimeconfig.json") : "";
        if (File.Exists(settings))
            Configure(settings);
    }

    /// <summary>Restores the process.</summary>
    internal void Restore()
    {
        foreach (var (name, value) in data)
            AppContext.SetData(name, value);
        data.Clear();
        Assembly.SetEntryAssembly(entry);
        Environment.CurrentDirectory = directory;
        var changed = Variables();
        foreach (var name in changed.Keys.Where(name => !variables.ContainsKey(name)))
            Environment.SetEnvironmentVariable(name, null);
        foreach (var (name, value) in variables.Where(one => !changed.TryGetValue(one.Key, out var now) || now != one.Value))
            Environment.SetEnvironmentVariable(name, value);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, interfaceCulture);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = null;
        Console.SetIn(TextReader.Null);
        Console.SetOut(console);
        Console.SetError(console);
    }

    private static Dictionary<string, string?> Variables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(one => (string)one.Key, one => (string?)one.Value, StringComparer.Ordinal);

    private void Configure(string settings)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(settings),
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (!json.RootElement.GetProperty("runtimeOptions").TryGetProperty("configProperties", out var properties))
                return;
            // The runtime hands them over as texts.
            foreach (var property in properties.EnumerateObject())
                Set(property.Name, property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : property.Value.GetRawText());
        }
        catch (Exception unreadable)
            when (unreadable is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException or KeyNotFoundException)
        {
            // A runtime would not start with it; what the code declares does not depend on that.
            return;
        }

        if (!AppContext.TryGetSwitch(Invariant, out var isInvariant) || !isInvariant)
            return;
        // This process has cultures even so; the program would have the invariant culture only.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
    }

    private void Set(string name, object? value)
    {
        data.TryAdd(name, AppContext.GetData(name));
        AppContext.SetData(name, value);
    }
}
