using System.Text.Json;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Reporting.Tests;

/// <summary>Validates files with a JSON Schema, by the validator that most programs use.</summary>
internal static class SchemaRun
{
    /// <summary>Skips the test on a machine without the validator, where tests may skip.</summary>
    internal static void SkipWithoutNode()
    {
        if (NodePackages.Missing is not { } missing)
            return;
        Assert.SkipWhen(Programs.MaySkip, missing);
        Assert.Fail($"{missing}, and {Programs.NoSkipsVariable} says that nothing may skip");
    }

    /// <summary>The errors of each file.</summary>
    /// <param name="schema">The file with the schema.</param>
    /// <param name="folder">A folder for what the validator is told.</param>
    internal static async Task<string[][]> ErrorsAsync(string schema, string folder, string[] files)
    {
        var request = Path.Combine(folder, "request");
        await File.WriteAllTextAsync(request, JsonSerializer.Serialize(new { schemas = new[] { schema }, files }));
        var (code, output, error) = await Programs.RunAsync(NodePackages.Folder, "node", "validate.mjs", request);
        Assert.True(code == 0, error);
        using var answers = JsonDocument.Parse(output);
        return
        [
            .. answers.RootElement.EnumerateArray().Select(answer => answer.GetProperty("unreadable").GetString() is { } unreadable
                ? [unreadable]
                : answer.GetProperty("errors")[0].EnumerateArray().Select(one => one.GetString()!).ToArray()),
        ];
    }
}
