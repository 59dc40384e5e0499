"""What the command line says: help, complaints about the command line, and why an argument leads to no report."""

from typing import Final

from checker.text import Text

MESSAGES: Final[dict[str, Text]] = {
    "error-prefix": Text("错误：{message}", "Error: {message}"),
    # Inputs that lead to no report
    "no-match": Text(
        "没有文件与这个通配符匹配。请检查路径和文件名是否正确。",
        "No file matches this pattern. Please check the path and the file name.",
    ),
    "no-reports-in-folder": Text(
        "文件夹中没有可以检查的报告（.docx、.pdf、.html、.md、.txt）。请确认选对了文件夹。",
        "The folder holds no report (.docx, .pdf, .html, .md, .txt). Please make sure it is the right folder.",
    ),
    "folder-unreadable": Text(
        "没有打开这个文件夹的权限，其中的报告没有检查。请开放读取权限后重试。",
        "This folder cannot be opened, so the reports inside were not checked. Please grant read permission.",
    ),
    "internal-error": Text(
        "检查程序出现内部错误（{where}），这份报告没有检查完。请将括号中的内容告知维护人员。",
        "The checker itself failed ({where}) on this report. Please tell its maintainers what is in brackets.",
    ),
    "internal-failure": Text(
        "程序出现内部错误（{where}），没有完成。请将括号中的内容告知维护人员。",
        "The checker itself failed ({where}). Please tell its maintainers what is in brackets.",
    ),
    # Complaints about the command line
    "usage-no-option": Text(
        "没有“{option}”这个选项。可用的选项见 {command} --help。",
        "There is no option “{option}”. See {command} --help.",
    ),
    "usage-no-option-but": Text(
        "没有“{option}”这个选项，您要用的是不是“{guess}”？",
        "There is no option “{option}”. Did you mean “{guess}”?",
    ),
    "usage-no-command": Text(
        "没有“{name}”这个命令。可用的命令有：{names}。",
        "There is no command “{name}”. There are: {names}.",
    ),
    "empty-path": Text(
        "有一个路径是空的。请检查命令，特别是脚本中的变量。",
        "One of the paths is empty. Please check the command, variables of a script in particular.",
    ),
    "names-without-chinese": Text(
        "系统的文件名编码（{encoding}）没有汉字，无法打开配置中写明的文件。请把环境变量 PYTHONUTF8 设为 1 后重试。",
        "File names of this system ({encoding}) have no Chinese characters, so the files that the configuration names "
        "cannot be opened. Please set the environment variable PYTHONUTF8 to 1.",
    ),
    "usage-missing": Text(
        "缺少 {name}。用法见 {command} --help。",
        "{name} is missing. See {command} --help.",
    ),
    "usage-option": Text(
        "选项“{option}”的写法不对：它后面可能缺少取值，或者不应有取值。用法见 {command} --help。",
        "The option “{option}” lacks a value, or has one it does not take. See {command} --help.",
    ),
    "usage-arguments": Text(
        "命令行中有多余或者无法识别的内容。用法见 {command} --help。",
        "The command line holds something that is not understood. See {command} --help.",
    ),
    "bad-choice": Text(
        "选项 {option} 不能是“{value}”，只能是以下之一：{choices}。",
        "{option} cannot be “{value}”; it must be one of: {choices}.",
    ),
    "bad-number": Text(
        "选项 {option} 不能是“{value}”，应为 {low} 到 {high} 之间的整数。",
        "{option} cannot be “{value}”; it must be a whole number from {low} to {high}.",
    ),
    "quiet-and-verbose": Text(
        "选项 -q 和 -v 不能同时使用。",
        "-q and -v cannot be used together.",
    ),
    "format-without-file": Text(
        "选项 -f {value} 的等号后面缺少文件名，例如 -f json=结果.json。",
        "-f {value} names no file after the equals sign; write for example -f json=result.json.",
    ),
    "two-formats-to-stdout": Text(
        "只能有一种格式输出到屏幕，其他格式请写入文件，例如 -f json=结果.json。",
        "Only one format can go to standard output; write the others to files, for example -f json=result.json.",
    ),
    "same-output-twice": Text(
        "两种格式要写入同一个文件“{path}”，请为它们指定不同的文件。",
        "Two formats would be written to the same file “{path}”; please name different files.",
    ),
    "output-is-input": Text(
        "输出文件“{path}”就是要检查的报告，不能覆盖。请换一个文件名。",
        "The output file “{path}” is one of the reports to check; please choose another name.",
    ),
    "output-unwritable": Text(
        "无法写入文件“{path}”。请确认文件夹存在，并且有写入权限。",
        "The file “{path}” cannot be written. Please make sure its folder exists and may be written to.",
    ),
    "output-failed": Text(
        "写入文件“{path}”失败，结果没有保存。请确认磁盘空间充足后重试。",
        "Writing “{path}” failed, so the result is not saved. Please make sure there is room on the disk.",
    ),
    "stdout-failed": Text(
        "结果无法写到标准输出。请确认磁盘空间充足，或者用 -f 写入其他文件。",
        "The result could not be written to standard output. Please make sure there is room on the disk, or use -f.",
    ),
    "no-such-item": Text(
        "没有代号为“{name}”的项目或规则。可用的项目有：{items}。",
        "There is no item or ruleset “{name}”. There are these items: {items}.",
    ),
    "one-report-only": Text(
        "“{path}”不是单个文件，这里一次只能说明一份报告。",
        "“{path}” is no single file; only one report can be explained at a time.",
    ),
    "did-you-mean": Text("您要写的是不是“{hint}”？", "Did you mean “{hint}”?"),
    # Headings of the help
    "help-usage": Text("用法：{usage}", "Usage: {usage}"),
    "help-options-metavar": Text("[选项]", "[OPTIONS]"),
    "help-command-metavar": Text("命令 …", "COMMAND ..."),
    "help-part-arguments": Text("参数：", "Arguments:"),
    "help-part-options": Text("选项：", "Options:"),
    "help-part-commands": Text("命令：", "Commands:"),
    # What the commands do
    "about-checker": Text(
        "检查法治政府建设年度报告的内容是否齐全。",
        "Checks whether annual reports on building a law-based government are complete.",
    ),
    "about-check": Text(
        "检查一份或多份报告，列出缺失、薄弱和达标的项目。",
        "Check one or more reports: what is missing, weak or in order.",
    ),
    "about-explain": Text(
        "说明一个项目的要求、依据和示例；指定报告文件时，说明对它的判断。",
        "Explain what an item asks for, on what basis, with examples; or the verdict on it in a report.",
    ),
    "about-rules": Text("查看检查所用的规则。", "Show the rulesets."),
    "about-rules-list": Text("列出自带的规则。", "List the rulesets that come with the tool."),
    "about-rules-show": Text("列出一套规则的全部项目。", "List the items of a ruleset."),
    # Help on arguments and options, by the name of the parameter
    "help-paths": Text(
        "要检查的文件、文件夹或通配符；- 表示标准输入。",
        "Files, folders or patterns to check; - is standard input.",
    ),
    "help-ruleset": Text(
        "规则的代号，或者规则文件、文件夹的路径。默认 law-based-government。",
        "Id of a ruleset, or path of its file or folder. Default: law-based-government.",
    ),
    "help-formats": Text(
        "输出格式，可以重复：{formats}；加“=文件名”则写入文件。默认在终端用 rich，其他情况用 plain。",
        "Output format, repeatable: {formats}; with =FILE into that file. Default: rich in a terminal, else plain.",
    ),
    "help-fail_on": Text(
        "从什么程度起算不通过：missing（必备项目缺失）、weak（必备项目缺失或薄弱）、never（从不）。默认 missing。",
        "What fails a report: missing (a required item is missing), weak (missing or weak), never. Default: missing.",
    ),
    "help-min_score": Text("得分低于 N 时算不通过。", "Fail a report with a score below N."),
    "help-lang": Text(
        "结果的语言：zh、en，或者 auto（按系统语言，默认）。",
        "Language of the results: zh, en or auto (as the system's, default).",
    ),
    "help-year": Text("报告的年度；默认从报告中识别。", "The year reported on. Default: as the report says."),
    "help-organ_type": Text(
        "机关类型：government（一级政府）、department（部门）、town（乡镇、街道）；默认从报告中识别。",
        "Type of the organ: government, department or town. Default: as the report says.",
    ),
    "help-stdin_filename": Text(
        "标准输入的文件名，用于显示和判断格式。",
        "Name for standard input, to be shown and to tell the format.",
    ),
    "help-quiet": Text(
        "只显示不通过的报告和最后一行汇总。", "Only reports that fail, one line each, and the last line."
    ),
    "help-verbose": Text(
        "显示全部内容：所有引文、相近的原文、依据和章节。",
        "Everything: all quotations, near misses, legal bases and sections.",
    ),
    "help-print_schema": Text(
        "输出 JSON 报告的格式定义（JSON Schema）后退出。", "Print the JSON Schema of the JSON report."
    ),
    "help-version": Text("显示程序和自带规则的版本后退出。", "Print the versions of the tool and its rulesets."),
    "help-help": Text("显示帮助后退出。", "Show this help."),
    "help-install_completion": Text("为当前的终端安装命令补全。", "Install completion for the current shell."),
    "help-show_completion": Text("显示命令补全的脚本。", "Show the completion script for the current shell."),
    "help-ruleset_id": Text("规则的代号或者路径。", "Id or path of a ruleset."),
    "help-target": Text("项目的代号，或者规则的代号。", "Id of an item or of a ruleset."),
    "help-file": Text("报告文件；说明对它的判断。", "A report; explains the verdict on it."),
    # Formats
    "format-rich": Text("彩色文字", "text in colours"),
    "format-plain": Text("纯文字", "plain text"),
    "format-json": Text("供程序读取", "for programs"),
    "format-markdown": Text("供粘贴到审阅意见", "for pasting into a review"),
    "format-sarif": Text("供代码扫描平台读取", "for code scanning"),
    "format-junit": Text("供持续集成平台读取", "for CI servers"),
    "format-github": Text("GitHub Actions 标注", "annotations in GitHub Actions"),
    "format-github-summary": Text("GitHub Actions 摘要", "step summary in GitHub Actions"),
    "format-gitlab": Text("GitLab 代码质量报告", "GitLab code quality"),
    "format-checkstyle": Text("供评审工具读取", "for review tools"),
    "format-entry": Text("{name}（{summary}）", "{name} ({summary})"),
}
