namespace Arize.TaskLint.Core.Schema;

/// <summary>The sources of a task's rows.</summary>
[Flags]
public enum DataSources
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The spans of a project.</summary>
    Project = 1,

    /// <summary>The examples of a dataset.</summary>
    Dataset = 2,

    /// <summary>Either (what a field allows), or both (what a broken task declares).</summary>
    Both = Project | Dataset,
}
