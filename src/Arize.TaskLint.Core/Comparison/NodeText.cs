using System.Text;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>A value as one text: two values that differ have two texts.</summary>
internal static class NodeText
{
    internal static string Of(Node? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Node? value)
    {
        switch (value)
        {
            case null or ScalarNode { IsNull: true }:
                text.Append("null");
                break;
            case ScalarNode scalar:
                text.Append(scalar.Text.Length).Append(':').Append(scalar.Text);
                break;
            case ListNode list:
                text.Append('[');
                foreach (var item in list.Items)
                    Append(text, item);
                text.Append(']');
                break;
            case MappingNode mapping:
                text.Append('{');
                // The API promises no order of an object's members.
                foreach (var entry in mapping.Entries.OrderBy(entry => entry.Key.Text, StringComparer.Ordinal))
                {
                    text.Append(entry.Key.Text.Length).Append(':').Append(entry.Key.Text);
                    Append(text, entry.Value);
                }

                text.Append('}');
                break;
        }
    }
}
