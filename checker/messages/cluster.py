"""What is said of a cluster that an audit is handed to."""

from typing import Final

from checker.text import Text

MESSAGES: Final[dict[str, Text]] = {
    "help-cluster": Text(
        "交给 Dask 集群处理：调度程序的地址，例如 tcp://10.0.0.5:8786。用法见 docs/cluster.md。",
        "Let a Dask cluster do the work: address of its scheduler, as tcp://10.0.0.5:8786. See docs/cluster.md.",
    ),
    "jobs-and-cluster": Text(
        "-j 和 --cluster 不能同时使用：集群的进程数由集群自己决定。请去掉其中一个。",
        "-j and --cluster cannot be used together: a cluster decides its processes itself. Please drop one of them.",
    ),
    "cluster-not-installed": Text(
        "没有安装使用集群所需的组件。请运行 pip install 'checker[cluster]'。",
        "What a cluster needs is not installed. Please run pip install 'checker[cluster]'.",
    ),
    "cluster-address": Text(
        "“{address}”不是集群的地址。地址由 tcp://、计算机的地址和端口组成，例如 tcp://10.0.0.5:8786。",
        "“{address}” is no address of a cluster. Write tcp://HOST:PORT, for example tcp://10.0.0.5:8786.",
    ),
    "cluster-unreachable": Text(
        "无法连接集群“{address}”。请检查地址（例如 tcp://10.0.0.5:8786），并确认调度程序正在运行。",
        "The cluster “{address}” cannot be reached. Please check the address (as tcp://10.0.0.5:8786) and that its "
        "scheduler is running.",
    ),
    "cluster-without-workers": Text(
        "集群“{address}”中没有工作进程。请在参与审查的计算机上运行 dask worker {address}。",
        "The cluster “{address}” has no workers. Please run dask worker {address} on the machines that are to help.",
    ),
    "cluster-without-checker": Text(
        "集群中没有安装 checker，或者与本机的版本不同。请在调度程序和每台工作计算机上安装与本机相同的版本。",
        "checker is not installed on the cluster, or in another version. Please install the version of this machine "
        "with the scheduler and on every worker.",
    ),
    "cluster-other-version": Text(
        "集群中的 checker 是 {theirs} 版，本机是 {ours} 版，结果无法比较。请安装相同的版本后重新启动集群。",
        "The cluster has checker {theirs}, this machine {ours}: results could not be compared. Please install the "
        "same version and start the cluster again.",
    ),
    "cluster-unseen": Text(
        "集群中的计算机读不到“{path}”，或者读到的内容与本机不同。请把报告放在共享文件夹中，使每台计算机上的路径都相同。",
        "The cluster cannot read “{path}”, or reads something else there. Please keep the reports in a shared folder "
        "that has the same path on every machine.",
    ),
    "cluster-lost": Text(
        "与集群的连接中断，审查已停止，此前的结果已经保存。请确认集群正在运行；用同样的命令可以接着做。",
        "The connection to the cluster was lost, so the audit has stopped; results until then are kept. Please make "
        "sure the cluster is running; the same command goes on from here.",
    ),
}
