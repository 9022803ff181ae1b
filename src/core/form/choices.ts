/** The choices of the status column of Nhiệm vụ, in the order of the list. */
export const taskStatuses = ["Chưa thực hiện", "Đang thực hiện", "Hoàn thành", "Không phát sinh"] as const;

/** The two answers of a yes/no cell; compared without regard to case. */
export const answers = { yes: "Có", no: "Không" } as const;
