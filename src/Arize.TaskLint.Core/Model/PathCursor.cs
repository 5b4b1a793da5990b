namespace Arize.TaskLint.Core.Model;

/// <summary>The current position of the reading or the comparison of a task. Paths are created on demand only.</summary>
internal sealed class PathCursor
{
    private readonly List<(PathStep Step, FieldPath? Path)> steps = [];

    internal FieldPath Current
    {
        get
        {
            var path = FieldPath.Root;
            for (var i = 0; i < steps.Count; i++)
            {
                if (steps[i].Path is null)
                    steps[i] = (steps[i].Step, path.Below(steps[i].Step));
                path = steps[i].Path!;
            }

            return path;
        }
    }

    /// <summary>The path of a further field.</summary>
    internal FieldPath To(string name) => Current.Field(name);

    /// <summary>Goes into a field, or a key of a free mapping.</summary>
    internal void Enter(string name) => steps.Add((PathStep.Into(name), null));

    /// <summary>Enters an entry of a list.</summary>
    /// <param name="key">Its key, or its position from 0.</param>
    /// <param name="label">The name that people know it by, where that is another text.</param>
    /// <param name="value">The key as it is compared, where results show another text in its place.</param>
    internal void EnterItem(string key, string? label = null, string? value = null) => steps.Add((PathStep.IntoItem(key, label, value), null));

    internal void Leave() => steps.RemoveAt(steps.Count - 1);
}
