/**
 * Requests for virtual machines over time, as public traces record them, and the hosts they ran on.
 *
 * <p>No program is modelled here: a {@link org.maquete.nova.trace.Trace} is what {@code
 * org.maquete.nova.replay} plays to Nova's scheduler. {@link org.maquete.nova.trace.TraceFormat}
 * names the formats and reads them from text:
 *
 * <ul>
 *   <li>{@code openb}: Alibaba GPU 2023, two CSV files. Times in seconds; an empty deletion time is
 *       a pod that stays. {@code gpu_spec} is a list of models of which one will do. GPU is counted
 *       in thousandths over all devices of a node; that a share must fit on one device is not
 *       modelled. QoS, phase and the time at which it was really scheduled are not used.
 *   <li>{@code swf}: the Standard Workload Format, 18 columns, {@code ;} begins a comment. A job is
 *       one request: processors asked for (else given) as VCPU, memory per processor in KB times
 *       processors. It ends at submission plus run time. It names no hosts.
 *   <li>{@code opendc}: the table {@code tasks} as CSV or as a JSON array of objects, and with it,
 *       if wanted, {@code fragments}, whose ids are checked and whose load is not used: Nova does
 *       not look at load. {@code mem_capacity} is taken as MiB (its documents say MB in one place,
 *       KB in another). The Parquet files themselves are not read.
 *   <li>{@code azure}: Azure Packing 2020, its tables {@code vm} and {@code vmType} as CSV. They
 *       hold fractions of a machine, and one machine counts as 1,000 VCPU, 1,000,000 MiB and 1,000
 *       GiB of ssd, so that fractions stay whole; of several machines the one that takes most types
 *       is used. The SQLite file itself is not read: no reader in pure Java is well kept.
 *   <li>{@code huawei}: Huawei-East-1, {@code vmid,cpu,memory,time,type}; memory in GiB, time in
 *       seconds. It names no hosts.
 *   <li>{@code csv}: our own, with the columns of {@link org.maquete.nova.trace.OwnFormat}.
 * </ul>
 *
 * <p>{@link org.maquete.nova.trace.Synthetic} makes traces from a seed. Readers tell every problem
 * of every file at once, with its line; what a format allows and a trace cannot use (a job without
 * processors) is left out and counted in a note.
 *
 * <p>Sources: alibaba/clusterdata (cluster-trace-gpu-v2023), the Parallel Workloads Archive's
 * definition of SWF, OpenDC's trace format, Azure/AzurePublicDataset (AzureTracesForPacking2020),
 * huaweicloud/VM-placement-dataset. Only openb was read as a real file; the others from small files
 * of our own making in those formats.
 */
@NullMarked
package org.maquete.nova.trace;

import org.jspecify.annotations.NullMarked;
