using Arize.TaskLint.Generator;

// What is no longer written does not stay behind.
if (Directory.Exists(GeneratedFiles.Folder))
    Directory.Delete(GeneratedFiles.Folder, recursive: true);
Directory.CreateDirectory(GeneratedFiles.Folder);
foreach (var file in GeneratedFiles.All)
    File.WriteAllText(file.Path, file.Text);
