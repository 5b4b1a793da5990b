using System.Xml.Linq;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Architecture.Tests;

/// <summary>Which projects and packages each project of <c>src</c> may refer to.</summary>
public sealed class ProjectTests
{
    [Theory]
    [InlineData("Arize.TaskLint", "", "")]
    [InlineData("Arize.TaskLint.Core", "", "YamlDotNet")]
    [InlineData("Arize.TaskLint.Analyzers", "Arize.TaskLint.Core", "")]
    [InlineData("Arize.TaskLint.CodeFixes", "Arize.TaskLint.Core", "")]
    [InlineData("Arize.TaskLint.Client", "Arize.TaskLint.Core", "Tomlyn")]
    [InlineData("Arize.TaskLint.Reporting", "Arize.TaskLint.Core", "DiffPlex")]
    [InlineData("Arize.TaskLint.CSharpHost", "", "Microsoft.CodeAnalysis.CSharp")]
    [InlineData("Arize.TaskLint.Engine", "Arize.TaskLint.Client Arize.TaskLint.Core Arize.TaskLint.Reporting", "DiffPlex Microsoft.Extensions.FileSystemGlobbing Tomlyn YamlDotNet")]
    [InlineData("Arize.TaskLint.Cli", "Arize.TaskLint.Client Arize.TaskLint.Core Arize.TaskLint.Engine Arize.TaskLint.Reporting", "System.CommandLine")]
    public void A_project_refers_to_these_and_no_others(string project, string projects, string packages)
    {
        var file = XDocument.Load(Repository.PathOf("src", project, project + ".csproj"));

        Assert.Equal(projects, Names(file, "ProjectReference", include => Path.GetFileNameWithoutExtension(include)));
        Assert.Equal(packages, Names(file, "PackageReference", include => include));
    }

    [Fact]
    public void Every_project_in_src_has_its_references_listed_here()
    {
        var listed = typeof(ProjectTests).GetMethod(nameof(A_project_refers_to_these_and_no_others))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false)
            .Select(attribute => (string)((InlineDataAttribute)attribute).Data[0]!);
        var there = Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.Equal(there.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_command_line_tool_uses_System_CommandLine()
    {
        var others = Sources.Below(Repository.PathOf("src")).Where(path => !path.Contains("/Arize.TaskLint.Cli/", StringComparison.Ordinal));
        foreach (var path in others)
            Assert.DoesNotContain("System.CommandLine", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Arize.TaskLint")]
    [InlineData("Arize.TaskLint.Core")]
    [InlineData("Arize.TaskLint.Analyzers")]
    [InlineData("Arize.TaskLint.CodeFixes")]
    public void What_runs_in_other_programs_is_netstandard(string project)
    {
        var file = XDocument.Load(Repository.PathOf("src", project, project + ".csproj"));

        Assert.Equal("netstandard2.0", file.Descendants("TargetFramework").Single().Value);
    }

    [Fact]
    public void Every_package_is_pinned_in_one_place()
    {
        // The examples are projects of people who have no such place.
        foreach (var project in new[] { "src", "tests" }.SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories)))
            Assert.DoesNotContain(XDocument.Load(project).Descendants("PackageReference"), reference => reference.Attribute("Version") is not null);
    }

    // What only the build uses is no dependency of the product.
    private static string Names(XDocument file, string element, Func<string, string> name) => string.Join(' ', file.Descendants(element)
        .Where(reference => element == "ProjectReference" ? (string?)reference.Attribute("ReferenceOutputAssembly") != "false" : (string?)reference.Attribute("PrivateAssets") != "all")
        .Select(reference => name((string)reference.Attribute("Include")!))
        .Order(StringComparer.Ordinal));
}
