using System.Xml.Linq;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>What the projects may know of each other, and where things may lie.</summary>
public sealed class ArchitectureTests
{
    [Theory]
    [InlineData("Arize.TaskLint", "", "")]
    [InlineData("Arize.TaskLint.Core", "", "YamlDotNet")]
    [InlineData("Arize.TaskLint.Client", "Arize.TaskLint.Core", "")]
    [InlineData("Arize.TaskLint.Reporting", "Arize.TaskLint.Core", "")]
    [InlineData("Arize.TaskLint.CSharpHost", "", "Microsoft.CodeAnalysis.CSharp")]
    [InlineData("Arize.TaskLint.Engine", "Arize.TaskLint.Client Arize.TaskLint.Core Arize.TaskLint.Reporting", "Microsoft.Extensions.FileSystemGlobbing YamlDotNet")]
    [InlineData("Arize.TaskLint.Cli", "Arize.TaskLint.Client Arize.TaskLint.Core Arize.TaskLint.Engine Arize.TaskLint.Reporting", "System.CommandLine")]
    public void A_project_refers_to_these_and_no_others(string project, string projects, string packages)
    {
        var file = XDocument.Load(Repository.PathOf("src", project, project + ".csproj"));

        Assert.Equal(projects, Names(file, "ProjectReference", include => Path.GetFileNameWithoutExtension(include)));
        Assert.Equal(packages, Names(file, "PackageReference", include => include));
    }

    [Theory]
    [InlineData("Arize.TaskLint")]
    [InlineData("Arize.TaskLint.Core")]
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
