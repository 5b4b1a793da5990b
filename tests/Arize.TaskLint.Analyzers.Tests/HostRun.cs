using System.Diagnostics;
using System.Globalization;
using System.Text;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Engine.Inputs.CSharp;

namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>Runs catalogs as the tool does, many in one run of the C# host.</summary>
internal static class HostRun
{
    /// <summary>The file that the catalogs stand in.</summary>
    internal const string FileName = "Catalogs.cs";

    private const string DocumentStart = "{\"x-catalog\": \"Case";

    /// <summary>Runs texts with catalogs, each in a namespace of its own; their documents, in the order of the texts.</summary>
    /// <param name="head">What stands before the namespaces.</param>
    /// <param name="texts">The texts.</param>
    internal static async Task<IReadOnlyList<IReadOnlyList<TaskDocument>>> RunAsync(string head, IReadOnlyList<string> texts)
    {
        var text = new StringBuilder(head);
        for (var i = 0; i < texts.Count; i++)
            text.Append("namespace Case").Append(i).Append("\n{\n").Append(texts[i]).Append("}\n");
        var folder = Directory.CreateTempSubdirectory("tasklint-catalogs");
        try
        {
            var source = Path.Combine(folder.FullName, FileName);
            await File.WriteAllTextAsync(source, text.ToString());
            var lines = await LinesAsync(source);
            Assert.DoesNotContain(lines, line => line.StartsWith("{\"x-error\"", StringComparison.Ordinal));
            var places = new LinePlaces(FileName, text.ToString());
            List<TaskDocument>[] documents = [.. texts.Select(_ => new List<TaskDocument>())];
            foreach (var line in lines.Where(line => line.StartsWith(DocumentStart, StringComparison.Ordinal)))
            {
                var index = int.Parse(line[DocumentStart.Length..line.IndexOf('.', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
                documents[index].Add(new CSharpDocument(_ => places, places).Read(line, new DeclarationReader(_ => null), out _));
            }

            return documents;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<string>> LinesAsync(string source)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "csharp-host", "Arize.TaskLint.CSharpHost.dll");
        var lines = new List<string>();
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", host, source]) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            lines.Add(line);
        await process.WaitForExitAsync();
        return lines;
    }
}
