namespace Arize.TaskLint.CSharpHost.Tests;

/// <summary>Of a project's targets, the newest that can be loaded is.</summary>
public sealed class TargetFrameworksTests
{
    [Theory]
    [InlineData("net10.0", "net10.0")]
    [InlineData("net48;netstandard2.0", "netstandard2.0")]
    [InlineData("netstandard2.0;netstandard2.1", "netstandard2.1")]
    [InlineData("net8.0;net10.0;net9.0", "net10.0")]
    [InlineData("net8.0;net11.0", "net8.0")]
    [InlineData("netstandard2.0;netcoreapp3.1;net5.0", "net5.0")]
    [InlineData("netcoreapp3.1;netstandard2.1", "netcoreapp3.1")]
    [InlineData("net10.0-windows;net8.0", "net8.0")]
    [InlineData("net10.0-windows10.0.19041;netstandard2.0", "net10.0-windows10.0.19041")]
    [InlineData("NET8.0", "NET8.0")]
    public void The_newest_that_can_be_loaded_is_chosen(string frameworks, string expected) =>
        Assert.Equal(expected, TargetFrameworks.Choose(frameworks.Split(';'), new Version(10, 0, 3)));

    [Theory]
    [InlineData("net48")]
    [InlineData("net472;net35")]
    [InlineData("net11.0")]
    [InlineData("uap10.0")]
    [InlineData("netstandard")]
    [InlineData("nonsense")]
    [InlineData("")]
    public void There_may_be_none(string frameworks) => Assert.Null(TargetFrameworks.Choose(frameworks.Split(';'), new Version(10, 0, 3)));
}
