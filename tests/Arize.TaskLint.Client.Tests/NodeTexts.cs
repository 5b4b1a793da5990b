using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Client.Tests;

/// <summary>Reads values of the tree.</summary>
internal static class NodeTexts
{
    /// <summary>The text of a scalar; null for null and for what is not there.</summary>
    internal static string? TextOf(this Node? node) => node is null or ScalarNode { IsNull: true } ? null : Assert.IsType<ScalarNode>(node).Text;
}
