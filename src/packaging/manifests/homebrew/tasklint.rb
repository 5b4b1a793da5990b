class Tasklint < Formula
  desc "Check the evaluation tasks of Arize AX against their declarations"
  homepage "@home@"
  version "@version@"

  on_macos do
    on_arm do
      url "@osx_arm64_url@"
      sha256 "@osx_arm64_sha256@"
    end
    on_intel do
      url "@osx_x64_url@"
      sha256 "@osx_x64_sha256@"
    end
  end

  on_linux do
    on_arm do
      url "@linux_arm64_url@"
      sha256 "@linux_arm64_sha256@"
    end
    on_intel do
      url "@linux_x64_url@"
      sha256 "@linux_x64_sha256@"
    end
  end

  def install
    bin.install "tasklint"
    doc.install "THIRD-PARTY-NOTICES.txt"
    (share/"tasklint/tasklint.install").write "homebrew #{version}\n"
  end

  test do
    assert_equal "tasklint #{version}\n", shell_output("#{bin}/tasklint --version")
  end
end
